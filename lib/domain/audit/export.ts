import { tableFile } from '@/lib/platform/table-file'
import { translator } from '@/lib/platform/translator'
import { formatMoment, today } from '@/lib/shared/dates'
import type { AuditDetail } from './schema'
import { sentenceOf } from './wording/rules'

async function wordsIn(locale: string) {
  const [t, identity, guardians, grades, enrollments, documents, requirements, people] = await Promise.all([
    translator(locale, 'audit'),
    translator(locale, 'identity'),
    translator(locale, 'guardians'),
    translator(locale, 'grades'),
    translator(locale, 'enrollments'),
    translator(locale, 'documents'),
    translator(locale, 'requirements'),
    translator(locale, 'people'),
  ])
  return { t, identity, guardians, grades, enrollments, documents, requirements, people }
}

/** Lines of the history as .xlsx, each as the sentence that the screen shows. */
export async function historyFile(lines: readonly AuditDetail[], locale: string) {
  const words = await wordsIn(locale)
  const told = lines.map((line) => ({ ...line, ...sentenceOf(line, words) }))
  type Told = (typeof told)[number]
  const title = (column: 'at' | 'actor' | 'what' | 'details' | 'ip' | 'action' | 'record') =>
    words.t(`column.${column}`)
  const columns = [
    { title: title('at'), read: ({ at }: Told) => formatMoment(new Date(at)), width: 20 },
    { title: title('actor'), read: ({ actorName }: Told) => actorName, width: 28 },
    { title: title('what'), read: ({ text }: Told) => text, width: 60 },
    { title: title('details'), read: ({ details }: Told) => details.join('; '), width: 60 },
    { title: title('ip'), read: ({ ip }: Told) => ip, width: 16 },
    { title: title('action'), read: ({ action }: Told) => action, width: 24 },
    { title: title('record'), read: ({ entityId }: Told) => entityId, width: 38 },
  ]
  return { ...(await tableFile(columns, told, 'xlsx')), fileName: `${words.t('fileName')}-${today()}.xlsx` }
}
