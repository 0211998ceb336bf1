import type { PromotionTrace } from '../promotion/schema'
import type { StageRules } from '../schema'
import type { Trace, TracePart, TraceStep } from './schema'

/** A translator of the namespace `evaluation`. */
export type Say = (key: string, values?: Record<string, string | number>) => string

/** One step in words, with a line for each part of an average. */
export type Told = { text: string; parts: string[] }

export type Telling = { say: Say; locale: string; scale: StageRules['scale'] }

/** A number of a trace as it is read: decimal comma in Spanish, three decimals at most (2,571…), at least those in which scores are written. */
function figure({ locale, scale }: Telling, value: string): string {
  const [whole = '', rest = ''] = value.split('.')
  const cut = rest.length > 3 ? `${rest.slice(0, 3)}…` : rest.padEnd(scale.decimals, '0')
  const text = cut ? `${whole}.${cut}` : whole
  return locale.startsWith('es') ? text.replace('.', ',') : text
}

const percent = ({ locale }: Telling, value: string) => (locale.startsWith('es') ? value.replace('.', ',') : value)

function tellPart(telling: Telling, { name, value, share, note, written }: TracePart): string {
  const { say } = telling
  const values = {
    name: name || say('trace.restOfWork'),
    value: value === null ? '' : figure(telling, value),
    share: share === null ? '' : percent(telling, share),
    written: written === undefined ? '' : figure(telling, written),
  }
  if (value === null) return say(`trace.left.${note ?? 'pending'}`, values)
  return say(note ? `trace.counted.${note}` : 'trace.counted.plain', values)
}

function tellStep(telling: Telling, step: TraceStep): Told {
  const { say } = telling
  const show = (value: string | null) => (value === null ? say('trace.none') : figure(telling, value))
  if (step.what === 'empty') return { text: say(`trace.empty.${step.reason}`), parts: [] }
  if (step.what === 'average') {
    const values = { value: show(step.value), name: step.name ?? '' }
    return {
      text: say(`trace.average.${step.of}.${step.by}`, values),
      parts: step.parts.map((part) => tellPart(telling, part)),
    }
  }
  if (step.what === 'recovery') {
    const limit = step.ceiling === null ? 'unlimited' : 'limited'
    const values = { score: show(step.score), original: show(step.original), value: show(step.value) }
    return { text: say(`trace.recovery.${step.keeps}.${limit}`, { ...values, ceiling: show(step.ceiling) }), parts: [] }
  }
  const values = { before: show(step.before), value: show(step.value), decimals: step.decimals }
  return { text: say(`trace.rounding.${step.mode}`, values), parts: [] }
}

/**
 * «¿Por qué esta nota?»: the trace of a mark as sentences, the last of them its national level.
 * A rounding that changed nothing is not told.
 */
export function explainTrace(telling: Telling, { steps, level }: Trace): Told[] {
  const worth = steps.filter((step) => step.what !== 'rounding' || step.before !== step.value)
  const told = worth.map((step) => tellStep(telling, step))
  const value = steps.at(-1)?.value ?? null
  if (level === null || value === null) return told
  const values = { value: figure(telling, value), level: telling.say(`level.${level}`) }
  return [...told, { text: telling.say('trace.level', values), parts: [] }]
}

/** How a year ended, in sentences. */
export function explainPromotion(telling: Telling, promotion: PromotionTrace): Told[] {
  const { say } = telling
  const { status, because, failed, unmarked, count, absencePercent, maxAbsencePercent, ...limits } = promotion
  const absence: Told[] =
    absencePercent === null || maxAbsencePercent === null
      ? []
      : [
          {
            text: say('promotion.absence', {
              percent: percent(telling, absencePercent),
              limit: percent(telling, maxAbsencePercent),
            }),
            parts: [],
          },
        ]
  const lists: Told[] = [
    ...(failed.length > 0 ? [{ text: say(`promotion.failed.${count}`, { count: failed.length }), parts: failed }] : []),
    ...(unmarked.length > 0 ? [{ text: say('promotion.unmarked', { count: unmarked.length }), parts: unmarked }] : []),
  ]
  const outcome = say(`promotion.because.${because}`, { ...limits, status: say(`promotion.status.${status}`) })
  return [...lists, ...absence, { text: outcome, parts: [] }]
}
