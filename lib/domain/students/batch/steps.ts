import { changed } from '@/lib/platform/audit'
import type { CommandCall } from '@/lib/platform/operation'
import { dateToDay, dayToDate } from '@/lib/shared/dates'
import type { PersonName } from '@/lib/shared/names'
import type { StudentInput } from '../schema'
import { derived, refuseHealthData } from '../steps'

const filled = (data: object) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined && value !== null))

/**
 * Many new students in two statements. Whoever has the document by now stays as it is.
 * @returns the new ids in the order of the input; null where the document is taken
 */
export async function createStudentRows(
  { rows, ctx, audit }: Pick<CommandCall, 'rows' | 'ctx' | 'audit'>,
  inputs: readonly StudentInput[],
): Promise<(string | null)[]> {
  for (const { extraData } of inputs) refuseHealthData(ctx, extraData)
  const created = await rows.insert<{ id: string; document_type: string; document_number: string }>(
    'students',
    inputs.map((input) => {
      const { fullName, searchText } = derived(input)
      return {
        document_type: input.documentType,
        document_number: input.documentNumber,
        first_surname: input.firstSurname,
        second_surname: input.secondSurname ?? null,
        first_name: input.firstName,
        second_name: input.secondName ?? null,
        full_name: fullName,
        search_text: searchText,
        birth_date: input.birthDate ?? null,
        gender: input.gender ?? null,
        extra_data: filled(input.extraData ?? {}),
      }
    }),
    { skip: true, returning: ['id', 'document_type', 'document_number'] },
  )
  const ids = new Map(created.map((row) => [`${row.document_type} ${row.document_number}`, row.id]))
  return inputs.map(({ acceptDuplicate: _, extraData, ...input }) => {
    const id = ids.get(`${input.documentType} ${input.documentNumber}`) ?? null
    const after = filled({ ...input, ...extraData })
    if (id) audit({ action: 'student.create', entity: 'student', entityId: id, studentId: id, after })
    return id
  })
}

const columns = {
  firstSurname: true,
  secondSurname: true,
  firstName: true,
  secondName: true,
  birthDate: true,
  gender: true,
  documentNumber: true,
  extraData: true,
  isActive: true,
  version: true,
} as const

export type StudentChange = { version: number; before: Record<string, unknown>; after: Record<string, unknown> }

/**
 * Gives a student the values of a list; what the list leaves blank stays, and who was out of the lists is in them again.
 * @returns what changed, with the version that the record has now; null when nothing did
 */
export async function updateStudentRow(
  { db, audit }: Pick<CommandCall, 'db' | 'audit'>,
  id: string,
  { acceptDuplicate: _, documentType: __, documentNumber: ___, extraData, ...input }: StudentInput,
): Promise<StudentChange | null> {
  const row = await db.student.findFirst({ where: { id }, select: columns })
  if (!row) return null
  const { extraData: storedExtra, birthDate, documentNumber, version, ...own } = row
  const extraBefore = (storedExtra ?? {}) as Record<string, unknown>
  const stored = { ...own, birthDate: birthDate && dateToDay(birthDate) }
  const news = changed<Record<string, unknown>>(stored, { ...filled(input), isActive: true })
  const more = changed<Record<string, unknown>>(
    { ...Object.fromEntries(Object.keys(extraData ?? {}).map((key) => [key, null])), ...extraBefore },
    filled(extraData ?? {}),
  )
  const before = { ...news.before, ...more.before }
  const after = { ...news.after, ...more.after }
  if (Object.keys(after).length === 0) return null
  const next = { ...stored, ...news.after, documentNumber } as PersonName & { documentNumber: string }
  const { birthDate: born, ...plain } = news.after
  await db.student.updateMany({
    where: { id },
    data: {
      ...plain,
      ...(born === undefined ? {} : { birthDate: dayToDate(String(born)) }),
      ...derived(next),
      extraData: { ...extraBefore, ...more.after } as object,
      version: { increment: 1 },
    },
  })
  audit({ action: 'student.update', entity: 'student', entityId: id, studentId: id, before, after })
  return { version: version + 1, before, after }
}
