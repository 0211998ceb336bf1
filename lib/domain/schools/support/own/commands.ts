import { writePlatformAudit } from '@/lib/platform/audit'
import { AppError } from '@/lib/platform/errors'
import { command, done } from '@/lib/platform/operation'
import { endVisitInput } from './schema'

/**
 * Ends a visit of the platform before its time. The data are the school's (Ley 1581 de 2012): it need not say why, and from
 * that moment no door lets the visitor in. What was over already stays as it was.
 * @throws AppError not_found
 */
export const endVisit = command({
  name: 'schools.endVisit',
  permission: 'config:institution',
  input: endVisitInput,
  output: done,
  run: async ({ db, ctx, directory, input: { visitId, note = null }, audit }) => {
    const grant = await db.supportGrant.findFirst({ where: { id: visitId }, select: { userName: true, reason: true } })
    if (!grant) throw new AppError('not_found')
    const now = new Date()
    const { count } = await db.supportGrant.updateMany({
      where: { id: visitId, endedAt: null, expiresAt: { gt: now } },
      data: { endedAt: now, endedBy: ctx.actor.name, endNote: note },
    })
    if (count === 0) return { ok: true as const }
    audit({
      action: 'support.stop',
      entity: 'support',
      entityId: visitId,
      after: { name: grant.userName, wanted: grant.reason, by: 'school' },
      ...(note ? { reason: note } : {}),
    })
    const line = { action: 'support.stop', entity: 'school', entityId: ctx.schoolId }
    await writePlatformAudit(directory, ctx, [
      { ...line, after: { grantId: visitId }, ...(note ? { reason: note } : {}) },
    ])
    return { ok: true as const }
  },
})
