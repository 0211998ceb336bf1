import { changed } from '@/lib/platform/audit'
import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import { fullName, naturalName, type PersonName } from '@/lib/shared/names'
import { searchText } from '@/lib/shared/search-text'
import { similarity } from '../../students/rules'
import type { GuardianData } from '../schema'

/** The columns that are derived from a guardian's names, number and telephone: people are looked up by all three. */
export function derived(guardian: PersonName & { documentNumber: string; phone?: string | null }) {
  const name = fullName(guardian)
  return {
    fullName: name,
    searchText: searchText([name], [guardian.documentNumber, guardian.phone?.replace(/^\+57/, '')]),
  }
}

export const nameColumns = { firstSurname: true, secondSurname: true, firstName: true, secondName: true } as const
const dataColumns = {
  documentType: true,
  documentNumber: true,
  ...nameColumns,
  phone: true,
  email: true,
  address: true,
  occupation: true,
  workplace: true,
  isActive: true,
} as const
export const guardianColumns = { id: true, version: true, fullName: true, ...dataColumns } as const

export const filled = <T extends object>(data: T) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined && value !== null)) as Partial<T>

/** In a child's history a changed telephone says whose. */
export const named = <T extends { before: object; after: object }>(name: string, { before, after }: T) => ({
  before: { ...before, name },
  after: { ...after, name },
})

/** Below this two names are two people, and a number that both carry is a slip of the keyboard. */
const samePerson = 0.35

/**
 * Finds the guardian by document and adds what is given, or creates one. What is left blank stays as it was.
 * @param path of the guardian in the input, for the refusal's field
 * @throws AppError duplicate when the number belongs to somebody with quite another name (`data.guardianId`, `data.name`)
 */
export async function saveByDocument(
  call: CommandCall,
  data: GuardianData,
  path = '',
): Promise<{ id: string; name: string }> {
  const { documentType, documentNumber } = data
  const known = await call.db.guardian.findFirst({ where: { documentType, documentNumber }, select: guardianColumns })
  if (!known) {
    const guardian = await call.db.guardian.create({
      data: {
        schoolId: call.ctx.schoolId,
        documentType,
        documentNumber,
        firstSurname: data.firstSurname,
        secondSurname: data.secondSurname ?? null,
        firstName: data.firstName,
        secondName: data.secondName ?? null,
        phone: data.phone ?? null,
        email: data.email ?? null,
        address: data.address ?? null,
        occupation: data.occupation ?? null,
        workplace: data.workplace ?? null,
        ...derived(data),
      },
      select: { id: true },
    })
    const name = naturalName(data)
    call.audit({
      action: 'guardian.create',
      entity: 'guardian',
      entityId: guardian.id,
      after: { name, ...filled(data) },
    })
    return { id: guardian.id, name }
  }
  if (similarity(known.fullName, fullName(data)) < samePerson)
    throw new AppError('duplicate', {
      field: `${path}documentNumber`,
      reason: 'guardians.refusal.numberTaken',
      data: { guardianId: known.id, name: known.fullName },
    })
  const news = changed<Record<string, unknown>>(known, { ...filled(data), isActive: true })
  if (Object.keys(news.after).length > 0) {
    const next = { ...known, ...news.after }
    await call.db.guardian.updateMany({
      where: { id: known.id },
      data: { ...news.after, ...derived(next), version: { increment: 1 } },
    })
    call.audit({
      action: 'guardian.update',
      entity: 'guardian',
      entityId: known.id,
      ...named(naturalName(known), news),
    })
  }
  return { id: known.id, name: naturalName({ ...known, ...news.after }) }
}
