import { randomBytes } from 'node:crypto'
import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { command, done } from '@/lib/platform/operation'
import { deleteObject, readObject, signView, writeObjectFrom } from '@/lib/platform/storage'
import { withZip } from '@/lib/platform/zip'
import { issueCards } from '../policy'
import { cardFile } from '../schema'
import { keepCard, printCard, readFrame, readPrintable } from '../steps'
import { groupZipInput, packedGroup, packGroupInput, printCardInput } from './schema'
import { lastDay, readMembers, type Scope, zipPrefix } from './steps'

/** Prints the standing card of a student and keeps the file, unless it is there. For the batch; opening a card does the same. */
export const printStandingCard = command({
  name: 'reportCards.print',
  permission: issueCards,
  input: printCardInput,
  output: done,
  prepare: async ({ db, ctx, input: { enrollmentId, periodId = null } }) => {
    const kind = periodId ? 'period' : 'final'
    const where = { enrollmentId, academicPeriodId: periodId, kind, status: { in: ['issued', 'published'] } }
    const card = await readPrintable({ db }, where)
    return { card, written: card.file ? null : await printCard(ctx, card, await readFrame({ db })) }
  },
  run: async (call) => {
    const { card, written } = call.prepared
    if (!written) return { ok: true as const }
    await keepCard(call, card, written)
    return { ok: true as const }
  },
})

async function pack(
  { db, ctx }: { db: Parameters<typeof readMembers>[0]['db']; ctx: { schoolId: string } },
  scope: Scope,
  classGroupId: string,
) {
  const group = await db.classGroup.findFirst({
    where: { id: classGroupId, schoolYearId: scope.yearId },
    select: { code: true, gradeLevel: true },
  })
  if (!group) throw new AppError('not_found')
  const members = await readMembers({ db }, classGroupId, scope, await lastDay({ db }, scope))
  const fileIds = members.flatMap(({ card }) => card?.fileId ?? [])
  const files = await db.storedFile.findMany({
    where: { id: { in: fileIds }, status: 'ready' },
    orderBy: { fileName: 'asc' },
    select: { objectKey: true, fileName: true },
  })
  if (files.length === 0) return null
  const objectKey = zipPrefix(ctx.schoolId, scope, classGroupId) + randomBytes(16).toString('hex')
  const taken = new Map<string, number>()
  const packed = await withZip(
    async (add) => {
      for (const { objectKey: key, fileName } of files) {
        const bytes = await readObject(key)
        if (!bytes) continue
        // Two children of the same name in one group.
        const times = (taken.get(fileName) ?? 0) + 1
        taken.set(fileName, times)
        await add(times === 1 ? fileName : fileName.replace(/\.pdf$/, `-${times}.pdf`), bytes)
      }
    },
    async (zip) => {
      await writeObjectFrom(objectKey, zip, 'application/zip')
      return { size: zip.size, sha256: zip.sha256 }
    },
  )
  return { objectKey, ...packed, fileName: `boletines-${group.code}.zip`.replace(/[^\w.-]/g, '-'), cards: files.length }
}

/** One ZIP with the printed cards of a group, in the place of the earlier one. */
export const packGroup = command({
  name: 'reportCards.pack',
  permission: issueCards,
  input: packGroupInput,
  output: packedGroup,
  prepare: ({ db, ctx, input: { classGroupId, yearId, periodId = null } }) =>
    pack({ db, ctx }, { yearId, periodId }, classGroupId),
  run: async ({ db, ctx, input, prepared, audit }) => {
    if (!prepared) return { fileId: null, cards: 0 }
    const { cards, ...file } = prepared
    const { classGroupId, yearId, periodId = null } = input
    const startsWith = zipPrefix(ctx.schoolId, { yearId, periodId }, classGroupId)
    const earlier = await db.storedFile.findMany({
      where: { objectKey: { startsWith } },
      select: { id: true, objectKey: true },
    })
    await db.storedFile.deleteMany({ where: { id: { in: earlier.map(({ id }) => id) } } })
    const { id } = await db.storedFile.create({
      data: {
        schoolId: ctx.schoolId,
        ...file,
        contentType: 'application/zip',
        purpose: 'report_card',
        status: 'ready',
        createdBy: userIdOf(ctx),
      },
      select: { id: true },
    })
    for (const { objectKey } of earlier) await deleteObject(objectKey)
    audit({ action: 'report_card.pack', entity: 'group', entityId: classGroupId, after: { count: cards } })
    return { fileId: id, cards }
  },
})

/** Where a group's ZIP can be fetched for a minute. A command: taking a whole group's marks along leaves a line. */
export const openZip = command({
  name: 'reportCards.openZip',
  permission: 'read:grades',
  input: groupZipInput,
  output: cardFile,
  run: async ({ db, ctx, input: { fileId }, audit }) => {
    const file = await db.storedFile.findFirst({
      where: {
        id: fileId,
        contentType: 'application/zip',
        status: 'ready',
        objectKey: { startsWith: `${ctx.schoolId}/report-cards/` },
      },
      select: { objectKey: true, fileName: true, contentType: true, sha256: true },
    })
    if (!file) throw new AppError('not_found')
    audit({ action: 'report_card.openZip', entity: 'file', entityId: fileId, after: { name: file.fileName } })
    return {
      url: await signView(file.objectKey, { ...file, download: true }),
      fileName: file.fileName,
      sha256: file.sha256,
    }
  },
})
