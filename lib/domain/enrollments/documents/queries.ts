import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { mayOpen } from './policy'
import { readRejection } from './rules'
import { type DocumentKind, type DocumentStatus, documentList, listDocumentsInput } from './schema'

export type RequirementNames = ReadonlyMap<string, { name: string; help: string | null }>

/** How the school calls its documents now, by code. */
export async function requirementNames(db: TenantClient): Promise<RequirementNames> {
  const rows = await db.requiredDocument.findMany({ select: { code: true, name: true, help: true } })
  return new Map(rows.map(({ code, name, help }) => [code, { name, help }]))
}

/** The school's words of today; those of the day of enrollment when the school no longer asks for it. */
export function documentName(
  names: RequirementNames,
  document: { documentType: string; metadata: unknown },
): { name: string; help: string | null } {
  const found = names.get(document.documentType)
  if (found) return found
  const kept = document.metadata as { name?: string; help?: string | null } | null
  return { name: kept?.name ?? document.documentType, help: kept?.help ?? null }
}

/** Names of the school's people by user id. */
export async function staffNames(
  db: TenantClient,
  userIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(userIds.filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const rows = await db.schoolMembership.findMany({
    where: { userId: { in: ids } },
    select: { userId: true, user: { select: { fullName: true } } },
  })
  return new Map(rows.map(({ userId, user }) => [userId, user.fullName]))
}

/** A file that was brought along belongs to an earlier enrollment's document: it is not among those that came for this one. */
const withCurrent = <File extends { id: string }>(files: File[], current: File | null): File[] =>
  current && !files.some(({ id }) => id === current.id) ? [...files, current] : files

/** The documents of one enrollment with every file that was ever sent for them. @throws AppError not_found */
export const listDocuments = query({
  name: 'documents.list',
  permission: 'read:enrollment',
  input: listDocumentsInput,
  output: documentList,
  run: async ({ db, ctx, input: { enrollmentId } }) => {
    const [enrollment, names, documents] = await Promise.all([
      db.enrollment.findFirst({ where: { id: enrollmentId }, select: { id: true } }),
      requirementNames(db),
      db.enrollmentDocument.findMany({
        where: { enrollmentId },
        orderBy: [{ position: 'asc' }, { documentType: 'asc' }],
        include: {
          validator: { select: { fullName: true } },
          acceptedByGuardian: { select: { fullName: true } },
          file: { include: { guardian: { select: { fullName: true } } } },
          files: {
            where: { status: { not: 'expected' }, OR: [{ reason: null }, { reason: { not: 'forgotten' } }] },
            orderBy: { createdAt: 'desc' },
            include: { guardian: { select: { fullName: true } } },
          },
        },
      }),
    ])
    if (!enrollment) throw new AppError('not_found')
    const staff = await staffNames(
      db,
      documents.flatMap(({ files, file }) => [...files, ...(file ? [file] : [])].map(({ uploadedBy }) => uploadedBy)),
    )
    return {
      items: documents.map(({ files, file: current, validator, acceptedByGuardian, metadata, ...document }) => ({
        ...document,
        ...documentName(names, { documentType: document.documentType, metadata }),
        kind: document.kind as DocumentKind,
        openable: mayOpen(ctx, document.documentType),
        status: document.status as DocumentStatus,
        rejection: readRejection(document.rejectionReason),
        uploadedAt: document.uploadedAt?.toISOString() ?? null,
        validatedAt: document.validatedAt?.toISOString() ?? null,
        validatedBy: validator?.fullName ?? acceptedByGuardian?.fullName ?? null,
        carriedFrom: (metadata as { carriedFrom?: { year: string } } | null)?.carriedFrom?.year ?? null,
        files: withCurrent(files, current).map(({ guardian, ...file }) => ({
          ...file,
          status: file.status as 'accepted' | 'refused' | 'superseded',
          sentAt: file.createdAt.toISOString(),
          sentBy: guardian?.fullName ?? staff.get(file.uploadedBy ?? '') ?? null,
        })),
      })),
    }
  },
})
