import { rulesOfGrade } from '../rules'
import { showScore } from '../scale/rules'
import { type EvaluationRules, ruledStages, type StageRules } from '../schema'
import type { Say } from '../trace/rules'

/** A rule as a sentence; `topic` names the rule, so that two versions can be laid side by side. */
export type ToldRule = { topic: string; text: string }

type Words = { say: Say; locale: string }

/** A mark of the rules themselves: never rounded, at least the scale's decimals. */
const mark = (rules: Pick<StageRules, 'scale' | 'rounding'>, value: string, locale: string) =>
  showScore({ ...rules, rounding: { ...rules.rounding, mode: 'none' } }, value, locale)

const percent = (value: string, locale: string) => (locale.startsWith('es') ? value.replace('.', ',') : value)

type Scaled = Pick<StageRules, 'scale' | 'passMark' | 'bands' | 'rounding'>

function scaleSentences(rules: Scaled, { say, locale }: Words): ToldRule[] {
  const show = (value: string) => mark(rules, value, locale)
  const { min, max, decimals } = rules.scale
  const from = Object.fromEntries(rules.bands.map(({ level, from }) => [level, show(from)]))
  return [
    { topic: 'scale', text: say('rule.scale', { min: show(min), max: show(max), decimals }) },
    { topic: 'passMark', text: say('rule.passMark', { mark: show(rules.passMark) }) },
    { topic: 'bands', text: say('rule.bands', from) },
  ]
}

function roundingSentence({ rounding }: EvaluationRules, { say }: Words): ToldRule {
  const kinds = (['course', 'area', 'year'] as const).filter((kind) => rounding[kind])
  if (rounding.mode === 'none' || kinds.length === 0) return { topic: 'rounding', text: say('rule.rounding.none') }
  const results = kinds.map((kind) => say(`rule.rounded.${kind}`)).join(', ')
  return { topic: 'rounding', text: say(`rule.rounding.${rounding.mode}`, { decimals: rounding.decimals, results }) }
}

function workSentences(rules: EvaluationRules, { say, locale }: Words): ToldRule[] {
  const { activities, selfEvaluation, late, missing } = rules
  const categories = activities.categories.map(({ name, weight }) => `${name} ${percent(weight, locale)} %`).join(', ')
  return [
    { topic: 'activities', text: say(`rule.activities.${activities.by}`) },
    ...(categories ? [{ topic: 'categories', text: say('rule.categories', { categories }) }] : []),
    {
      topic: 'selfEvaluation',
      text: selfEvaluation
        ? say('rule.selfEvaluation.some', { ...selfEvaluation, weight: percent(selfEvaluation.weight, locale) })
        : say('rule.selfEvaluation.none'),
    },
    {
      topic: 'missing',
      text: say(`rule.missing.${missing.notSubmitted}`, { min: mark(rules, rules.scale.min, locale) }),
    },
    { topic: 'late', text: say(`rule.late.${late.mode}`, { value: mark(rules, late.value, locale) }) },
  ]
}

function yearSentences(rules: EvaluationRules, { say, locale }: Words): ToldRule[] {
  const weights = rules.periods
    .map(({ number, weight }) => say('rule.periodWeight', { number, weight: percent(weight, locale) }))
    .join('; ')
  const { ceiling, keeps } = rules.recovery
  return [
    { topic: 'area', text: say(`rule.area.${rules.area.by}`) },
    { topic: 'periods', text: weights ? say('rule.periods.weighed', { weights }) : say('rule.periods.alike') },
    {
      topic: 'recovery',
      text: `${say(`rule.recovery.${keeps}`)} ${
        ceiling === null
          ? say('rule.ceiling.none')
          : say('rule.ceiling.some', { ceiling: mark(rules, ceiling, locale) })
      }`,
    },
  ]
}

function promotionSentences({ promotion }: Pick<StageRules, 'promotion'>, { say, locale }: Words): ToldRule[] {
  const { count, allowedFailed, pendingUpTo, maxAbsencePercent, absences } = promotion
  return [
    {
      topic: 'promotion',
      text: say(`rule.promotion.${count}`, {
        allowed: allowedFailed,
        pending: pendingUpTo,
        limit: pendingUpTo + 1,
        waits: pendingUpTo > allowedFailed ? 'yes' : 'no',
      }),
    },
    {
      topic: 'absence',
      text:
        maxAbsencePercent === null
          ? say('rule.absence.none')
          : say(`rule.absence.${absences}`, { percent: percent(maxAbsencePercent, locale) }),
    },
  ]
}

function stageSentences(rules: EvaluationRules, words: Words): ToldRule[] {
  return ruledStages.flatMap((stage): ToldRule[] => {
    const over = rules.stages[stage]
    if (!over) return []
    const name = words.say(`stage.${stage}`)
    const topic = `stage.${stage}`
    if (over.assessment === 'descriptive')
      return [{ topic, text: words.say('rule.stage.descriptive', { stage: name }) }]
    const own = { ...rules, ...rulesOfGrade({ ...rules, stages: {} }, ''), ...over } as Scaled &
      Pick<StageRules, 'promotion'>
    const sentences = [
      ...(over.scale || over.bands || over.passMark ? scaleSentences(own, words) : []),
      ...(over.promotion ? promotionSentences(own, words) : []),
    ]
    return sentences.length === 0
      ? []
      : [
          {
            topic,
            text: words.say('rule.stage.own', { stage: name, rules: sentences.map(({ text }) => text).join(' ') }),
          },
        ]
  })
}

/** The rules of a year in plain words, in the order in which a family would ask. */
export function describeRules(rules: EvaluationRules, words: Words): ToldRule[] {
  return [
    ...scaleSentences(rules, words),
    roundingSentence(rules, words),
    ...workSentences(rules, words),
    ...yearSentences(rules, words),
    ...promotionSentences(rules, words),
    ...stageSentences(rules, words),
    { topic: 'display', text: words.say(`rule.display.${rules.display}`) },
  ]
}

/** What two versions say differently, topic by topic; null where one of them says nothing. */
export function compareRules(
  before: readonly ToldRule[],
  after: readonly ToldRule[],
): { topic: string; before: string | null; after: string | null }[] {
  const textOf = (rules: readonly ToldRule[], topic: string) => rules.find((rule) => rule.topic === topic)?.text ?? null
  const topics = [...new Set([...after, ...before].map(({ topic }) => topic))]
  return topics
    .map((topic) => ({ topic, before: textOf(before, topic), after: textOf(after, topic) }))
    .filter((change) => change.before !== change.after)
}
