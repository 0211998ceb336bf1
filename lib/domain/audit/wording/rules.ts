import { blanksOf, changesOf } from '../rules'
import type { AuditChange, AuditLine } from '../schema'
import { type AuditWords, fieldValue, reasonText } from './values/rules'

export type Sentence = { text: string; details: string[] }

/** Blanks that a sentence may have and a line may lack. The texts are compiled: they cannot be asked for theirs. */
const openBlanks = [
  'name',
  'relationship',
  'gradeLevel',
  'status',
  'documentType',
  'code',
  'count',
  'groupCode',
  'group',
  'teacher',
  'weekday',
  'time',
  'validFrom',
  'validTo',
  'attendance',
  'day',
  'paperKind',
  'number',
  'edition',
  'students',
  'period',
  'year',
  'subject',
  'originalValue',
  'score',
  'finalValue',
  'from',
  'to',
  'steps',
  'enrolled',
  'skipped',
  'kept',
] as const

const byField = /\.(update(Settings|Branding|Profile)?|relink|save)$/

function changeText({ field, before, after }: AuditChange, actor: string, words: AuditWords): string {
  const { t } = words
  const key = `field.${field}` as 'field.phone'
  const blanks = {
    actor,
    field: t.has(key) ? t(key) : field,
    before: fieldValue(field, before, words),
    after: fieldValue(field, after, words),
  }
  const none = (value: unknown) => value === null || value === ''
  if (none(before)) return t('filled', blanks)
  return none(after) ? t('emptied', blanks) : t('changed', blanks)
}

/**
 * A line of the history as a person tells it: "Marta Ríos cambió el teléfono de 300… a 301…". Several fields at once are
 * counted, and listed below.
 */
export function sentenceOf(line: AuditLine, words: AuditWords): Sentence {
  const { t } = words
  const actor = line.actorKind === 'system' ? t('system') : line.actorName
  const because = line.reason ? [t('because', { reason: reasonText(line.reason, words) })] : []
  const changes = byField.test(line.action) ? changesOf(line) : []
  // What does not change its name is told with it; a student's own history needs none.
  const { name } = line.after ?? {}
  const named = line.entity === 'guardian' || line.before?.name === name
  const whose = named && typeof name === 'string' ? name : null
  const told = (sentence: string) => (whose ? t('of', { sentence, name: whose }) : sentence)
  const [only] = changes
  if (only && changes.length === 1) return { text: told(changeText(only, actor, words)), details: because }
  if (changes.length > 1) {
    const details = changes.map((change) => capital(changeText(change, '', words).trim()))
    return { text: told(t('changedMany', { actor, count: changes.length })), details: [...details, ...because] }
  }
  const key = `action.${line.action}` as 'action.student.create'
  if (!t.has(key)) return { text: t('unknown', { actor, action: line.action }), details: because }
  const known = blanksOf(line)
  const blanks = Object.fromEntries(openBlanks.map((blank) => [blank, fieldValue(blank, known[blank] ?? '…', words)]))
  return { text: t(key, { ...blanks, actor } as { actor: string }), details: because }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
