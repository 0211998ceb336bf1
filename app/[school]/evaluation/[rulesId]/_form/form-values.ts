import { type EvaluationRules, evaluationRules, type RuledStage, ruledStages } from '@/lib/domain/evaluation/schema'

type Rules = EvaluationRules
export type Assessment = 'same' | 'descriptive'

/** The rules as a form holds them: numbers as typed, what may be absent as ''. */
export type RulesValues = {
  rulesId: string
  version: number
  note: string
  self: boolean
  rules: {
    scale: { min: string; max: string; decimals: string }
    passMark: string
    bands: Rules['bands']
    rounding: Omit<Rules['rounding'], 'decimals'> & { decimals: string }
    missing: Rules['missing']
    late: Rules['late']
    activities: Rules['activities']
    area: Rules['area']
    recovery: { keeps: Rules['recovery']['keeps']; ceiling: string }
    selfEvaluation: { weight: string; category: string }
    promotion: {
      count: Rules['promotion']['count']
      allowedFailed: string
      pendingUpTo: string
      maxAbsencePercent: string
      absences: Rules['promotion']['absences']
    }
    periods: { number: number; weight: string }[]
    stages: Record<RuledStage, Assessment>
    display: Rules['display']
  }
}

type Version = { id: string; version: number; note: string | null; rules: Rules }

const stageOf = (rules: Rules, stage: RuledStage): Assessment =>
  rules.stages[stage]?.assessment === 'descriptive' ? 'descriptive' : 'same'

/** Numbers as people of the language write them; every text field takes both signs. */
const localised = <T>(value: T, locale: string): T =>
  locale.startsWith('es')
    ? (JSON.parse(JSON.stringify(value), (_, part: unknown) =>
        typeof part === 'string' && /^\d+\.\d+$/.test(part) ? part.replace('.', ',') : part,
      ) as T)
    : value

type Opening = {
  /** How many periods the year has: each gets its field. */ periods: number
  category: string
  locale: string
}

export function toForm({ id, version, note, rules }: Version, { periods, category, locale }: Opening): RulesValues {
  const weightOf = (number: number) => rules.periods.find((period) => period.number === number)?.weight ?? ''
  const { scale, rounding, recovery, promotion, selfEvaluation } = rules
  return {
    rulesId: id,
    version,
    note: note ?? '',
    self: selfEvaluation !== null,
    rules: localised(
      {
        ...rules,
        scale: { ...scale, decimals: String(scale.decimals) },
        rounding: { ...rounding, decimals: String(rounding.decimals) },
        recovery: { ...recovery, ceiling: recovery.ceiling ?? '' },
        selfEvaluation: selfEvaluation ?? { weight: '10', category },
        promotion: {
          ...promotion,
          allowedFailed: String(promotion.allowedFailed),
          pendingUpTo: String(promotion.pendingUpTo),
          maxAbsencePercent: promotion.maxAbsencePercent ?? '',
        },
        periods: Array.from({ length: periods }, (_, index) => ({ number: index + 1, weight: weightOf(index + 1) })),
        stages: Object.fromEntries(ruledStages.map((stage) => [stage, stageOf(rules, stage)])) as Record<
          RuledStage,
          Assessment
        >,
      },
      locale,
    ),
  }
}

/** What else a stage has of its own stays as it was. */
function stages(chosen: RulesValues['rules']['stages'], before: Rules['stages']): Rules['stages'] {
  const entries = ruledStages.map((stage) => {
    const { assessment: _, ...rest } = before[stage] ?? {}
    const own = chosen[stage] === 'descriptive' ? { ...rest, assessment: 'descriptive' as const } : rest
    return [stage, own] as const
  })
  return Object.fromEntries(entries.filter(([, own]) => Object.keys(own).length > 0))
}

const whole = (typed: string) => (typed.trim() === '' ? Number.NaN : Number(typed))

/** What the action takes, not yet checked. */
export function fromForm({ rulesId, version, note, self, rules }: RulesValues, before: Rules) {
  const { scale, rounding, recovery, selfEvaluation, promotion, periods } = rules
  return {
    rulesId,
    version,
    note: note.trim() || null,
    rules: {
      ...rules,
      scale: { ...scale, decimals: whole(scale.decimals) },
      rounding: { ...rounding, decimals: whole(rounding.decimals) },
      recovery: { ...recovery, ceiling: recovery.ceiling.trim() || null },
      selfEvaluation: self ? selfEvaluation : null,
      promotion: {
        ...promotion,
        allowedFailed: whole(promotion.allowedFailed),
        pendingUpTo: whole(promotion.pendingUpTo),
        maxAbsencePercent: promotion.maxAbsencePercent.trim() || null,
      },
      periods: periods.every(({ weight }) => weight.trim() === '') ? [] : periods,
      stages: stages(rules.stages, before.stages),
    },
  }
}

/** The rules if they fit together, for the preview. */
export function soundRules(values: RulesValues, before: Rules): Rules | null {
  const parsed = evaluationRules.safeParse(fromForm(values, before).rules)
  return parsed.success ? parsed.data : null
}
