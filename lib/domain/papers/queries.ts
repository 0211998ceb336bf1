import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { can } from '@/lib/platform/permissions'
import { decodeCursor, encodeCursor } from '@/lib/shared/cursor'
import { isUuid } from '@/lib/shared/ids'
import { searchTerms } from '@/lib/shared/search-text'
import { readCode } from '@/lib/shared/spoken-code'
import { certificateKinds, type PaperKind, type PaperStatus, paperKinds, showNumber } from './rules'
import { listPapersInput, type PaperRow, paperDetail, paperIdInput, paperPage } from './schema'
import { verifyAddress } from './steps'

const rowColumns = {
  id: true,
  kind: true,
  series: true,
  number: true,
  code: true,
  status: true,
  studentId: true,
  reportCardId: true,
  content: true,
  issuedAt: true,
  student: { select: { fullName: true } },
  issuer: { select: { fullName: true } },
} as const

type Stored = {
  id: string
  kind: string
  series: string
  number: number
  code: string
  status: string
  studentId: string | null
  reportCardId: string | null
  content: unknown
  issuedAt: Date
  student: { fullName: string } | null
  issuer: { fullName: string } | null
}

const toRow = ({ series, number, content, issuedAt, student, issuer, kind, status, ...paper }: Stored): PaperRow => ({
  ...paper,
  kind: kind as PaperKind,
  status: status as PaperStatus,
  number: showNumber(series, number),
  studentName: student?.fullName ?? null,
  addressee: (content as { addressee?: string | null }).addressee ?? null,
  issuedAt: issuedAt.toISOString(),
  issuedBy: issuer?.fullName ?? null,
})

/** Newest first. Boletines are there for who reads marks; the number or the code of a paper finds it, and so does a name. */
export const listPapers = query({
  name: 'papers.list',
  permission: 'read:enrollment',
  input: listPapersInput,
  output: paperPage,
  run: async ({ db, ctx, input: { q, kind, status, studentId, cursor, limit } }) => {
    const kinds: readonly PaperKind[] = can(ctx.permissions, 'read:grades') ? paperKinds : certificateKinds
    const at = cursor ? decodeCursor(cursor, 2) : null
    const [moment, id] = at ?? []
    if (cursor && (typeof moment !== 'string' || !isUuid(id)))
      throw new AppError('invalid', { field: 'cursor', reason: 'validation.cursor' })
    const where = {
      kind: { in: kind ? kinds.filter((one) => one === kind) : [...kinds] },
      ...(status ? { status } : {}),
      ...(studentId ? { studentId } : {}),
      ...(q ? found(q) : {}),
    }
    const after =
      typeof moment === 'string' && isUuid(id)
        ? { OR: [{ issuedAt: { lt: new Date(moment) } }, { issuedAt: new Date(moment), id: { lt: id } }] }
        : {}
    const [rows, total] = await Promise.all([
      db.issuedDocument.findMany({
        where: { AND: [where, after] },
        orderBy: [{ issuedAt: 'desc' }, { id: 'desc' }],
        take: limit + 1,
        select: rowColumns,
      }),
      db.issuedDocument.count({ where }),
    ])
    const items = rows.slice(0, limit)
    const last = items.at(-1)
    const nextCursor = rows.length > limit && last ? encodeCursor([last.issuedAt.toISOString(), last.id]) : null
    return { items: items.map(toRow), nextCursor, total }
  },
})

/** `CE-2026-00012`, a code, or words of the student's name. */
function found(q: string) {
  const [, series, number] = /^([A-Za-z0-9]{1,6}-\d{4})-0*(\d{1,9})$/.exec(q.trim()) ?? []
  if (series && number) return { series: series.toUpperCase(), number: Number(number) }
  const code = readCode(q)
  if (code) return { code }
  return { student: { AND: searchTerms(q).map((term) => ({ searchText: { contains: term } })) } }
}

type Signed = { signers?: { name: string; role: string }[] }

/** @throws AppError not_found, also for a boletín to who may not read marks */
export const readPaperDetail = query({
  name: 'papers.read',
  permission: 'read:enrollment',
  input: paperIdInput,
  output: paperDetail,
  run: async ({ db, ctx, input: { paperId } }) => {
    const paper = await db.issuedDocument.findFirst({
      where: { id: paperId, ...(can(ctx.permissions, 'read:grades') ? {} : { kind: { in: [...certificateKinds] } }) },
      select: {
        ...rowColumns,
        version: true,
        enrollmentId: true,
        statusReason: true,
        statusAt: true,
        contentHash: true,
        file: { select: { sha256: true, size: true } },
        replaces: { select: { id: true, series: true, number: true } },
        replacements: { take: 1, orderBy: { issuedAt: 'desc' }, select: { id: true, series: true, number: true } },
      },
    })
    if (!paper) throw new AppError('not_found')
    const { version, enrollmentId, statusReason, statusAt, contentHash, file, replaces, replacements, ...row } = paper
    const other = (one: { id: string; series: string; number: number } | null | undefined) =>
      one ? { id: one.id, number: showNumber(one.series, one.number) } : null
    return {
      ...toRow(row),
      version,
      enrollmentId,
      statusReason,
      contentHash,
      statusAt: statusAt?.toISOString() ?? null,
      verifyUrl: verifyAddress(ctx.school.slug, paper.code),
      file: file && { sha256: file.sha256, size: Number(file.size) },
      replaces: other(replaces),
      replacedBy: other(replacements[0]),
      signers: (paper.content as Signed).signers ?? [],
    }
  },
})
