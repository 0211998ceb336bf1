import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { decodeCursor, encodeCursor } from '@/lib/shared/cursor'
import { isUuid } from '@/lib/shared/ids'
import { searchTerms } from '@/lib/shared/search-text'
import { gone } from '../merges/successor/steps'
import { guardianColumns } from './record/steps'
import {
  family,
  familyInput,
  foundGuardian,
  guardianDetail,
  guardianDocumentInput,
  guardianIdInput,
  guardianPage,
  listGuardiansInput,
} from './schema'
import { familyOf, guardianById } from './sql'

function keysetOf(cursor: string | undefined) {
  if (!cursor) return {}
  const [fullName, id] = decodeCursor(cursor, 2) ?? []
  if (typeof fullName !== 'string' || !isUuid(id))
    throw new AppError('invalid', { field: 'cursor', reason: 'validation.cursor' })
  return { OR: [{ fullName: { gt: fullName } }, { fullName, id: { gt: id } }] }
}

export const listGuardians = query({
  name: 'guardians.list',
  permission: 'read:students',
  input: listGuardiansInput,
  output: guardianPage,
  run: async ({ db, input: { q, active, cursor, limit } }) => {
    const rows = await db.guardian.findMany({
      where: {
        ...(active === undefined ? {} : { isActive: active }),
        AND: [...searchTerms(q ?? '').map((term) => ({ searchText: { contains: term } })), keysetOf(cursor)],
      },
      orderBy: [{ fullName: 'asc' }, { id: 'asc' }],
      take: limit + 1,
      select: {
        id: true,
        fullName: true,
        documentType: true,
        documentNumber: true,
        phone: true,
        email: true,
        isActive: true,
      },
    })
    const items = rows.slice(0, limit)
    const last = items.at(-1)
    return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.fullName, last.id]) : null }
  },
})

export const getGuardian = query({
  name: 'guardians.get',
  permission: 'read:students',
  input: guardianIdInput,
  output: guardianDetail,
  run: async ({ db, ctx, sql, input }) => {
    const guardian = await guardianById({ ctx, sql }, input.guardianId)
    if (!guardian) throw await gone({ db, ctx }, 'guardian', input.guardianId)
    return guardian
  },
})

/** Who in the school has this document: for the form that would otherwise ask for everything again. */
export const findGuardian = query({
  name: 'guardians.find',
  permission: 'read:students',
  input: guardianDocumentInput,
  output: foundGuardian,
  run: async ({ db, input }) => ({
    guardian: await db.guardian.findFirst({
      where: { documentType: input.documentType, documentNumber: input.documentNumber },
      select: guardianColumns,
    }),
  }),
})

/** The guardians of one student, first called first. */
export const listFamily = query({
  name: 'guardians.ofStudent',
  permission: 'read:students',
  input: familyInput,
  output: family,
  run: async ({ ctx, sql, input }) => {
    const items = await familyOf({ ctx, sql }, input.studentId)
    if (!items) throw new AppError('not_found')
    return { items }
  },
})
