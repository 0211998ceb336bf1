import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { type CommandCall, command } from '@/lib/platform/operation'
import { readStudentYears } from '../../sheets/years/steps'
import { leadMeetings } from '../policy'
import { type PromotionChoice, decidePromotion as verdictOn } from '../rules'
import { enrollmentOf, lockOpenMeeting } from '../steps'
import { acceptedProposals, acceptProposalsInput, decidePromotionInput, savedPromotion } from './schema'
import { promotionData, proposalFor, proposalTeller, proposalText } from './steps'

const columns = { id: true, version: true, status: true, reason: true, promotedTo: true, meetingId: true } as const

async function clash({ db }: Pick<CommandCall, 'db'>, enrollmentId: string): Promise<AppError> {
  const current = await db.promotion.findFirst({
    where: { enrollmentId },
    select: { version: true, status: true, reason: true },
  })
  return new AppError('conflict', { current: current ?? { version: null, status: null, reason: null } })
}

type Minute = { meetingId: string; enrollmentId: string; decision: PromotionChoice; reason: string }

/** The line of the minutes: one for each student and meeting, whatever becomes of the outcome later. */
async function writeMinute({ db, ctx }: Pick<CommandCall, 'db' | 'ctx'>, { decision, reason, ...of }: Minute) {
  const where = { ...of, kind: 'promotion' }
  const { count } = await db.meetingDecision.updateMany({
    where,
    data: { decision, reason, version: { increment: 1 } },
  })
  if (count === 0)
    await db.meetingDecision.create({
      data: { schoolId: ctx.schoolId, ...where, decision, reason, createdBy: userIdOf(ctx) },
    })
}

/**
 * How a student's year ends: what the school's criteria propose, or something else with a reason; promotion ahead of time
 * with the family's consent. One outcome for each enrollment; a later meeting may decide it anew (after a recovery).
 * @throws AppError not_found; not_allowed_now when signed, out of season or without what it takes; conflict with the
 * outcome as it is, when somebody else decided meanwhile
 */
export const decidePromotion = command({
  name: 'meetings.decidePromotion',
  permission: leadMeetings,
  input: decidePromotionInput,
  output: savedPromotion,
  prepare: ({ db, ctx, sql, input }) => proposalFor({ db, ctx, sql }, input.enrollmentId),
  run: async (call) => {
    const { db, ctx, input, prepared, audit } = call
    const { meetingId, enrollmentId, version = null, status, reason = null, familyConsent } = input
    const meeting = await lockOpenMeeting(call, meetingId)
    const enrollment = await enrollmentOf(call, meeting, enrollmentId)
    const verdict = verdictOn(
      { status, reason, familyConsent },
      {
        gradeLevel: enrollment.gradeLevel,
        proposal: prepared.promotion.status,
        yearEnd: meeting.academicPeriodId === null,
      },
    )
    if (!verdict.ok)
      throw new AppError('not_allowed_now', {
        reason: verdict.reason,
        ...(verdict.field ? { field: verdict.field } : {}),
      })
    const { promotedTo } = verdict
    const before = await db.promotion.findFirst({ where: { enrollmentId }, select: columns })
    if ((before?.version ?? null) !== version) throw await clash(call, enrollmentId)
    const words = reason ?? (await proposalText(prepared))
    const data = {
      meetingId,
      status,
      promotedTo,
      reason,
      decidedBy: userIdOf(ctx),
      decidedAt: new Date(),
      ...promotionData(prepared, familyConsent ? { familyConsent } : {}),
    }
    if (before) {
      const { count } = await db.promotion.updateMany({
        where: { id: before.id, version: before.version },
        data: { ...data, version: before.version + 1 },
      })
      if (count === 0) throw await clash(call, enrollmentId)
    } else {
      const rows = [{ schoolId: ctx.schoolId, enrollmentId, ...data }]
      const { count } = await db.promotion.createMany({ data: rows, skipDuplicates: true })
      if (count === 0) throw await clash(call, enrollmentId)
    }
    await writeMinute(call, { meetingId, enrollmentId, decision: status, reason: words })
    audit({
      action: 'promotion.decide',
      entity: 'meeting',
      entityId: meetingId,
      studentId: enrollment.studentId,
      ...(before ? { before: { promotion: before.status } } : {}),
      after: { promotion: status },
      reason,
    })
    return { enrollmentId, version: (version ?? 0) + 1, status, promotedTo, reason }
  },
})

/**
 * Writes down «promoted» for everybody of a group whom the school's criteria promote and about whom nothing is decided yet:
 * what is left for the meeting are the others.
 */
export const acceptProposals = command({
  name: 'meetings.acceptProposals',
  permission: leadMeetings,
  input: acceptProposalsInput,
  output: acceptedProposals,
  prepare: async ({ ctx, sql, input }) => ({
    ...(await readStudentYears({ ctx, sql }, { classGroupId: input.classGroupId })),
    tell: await proposalTeller('es'),
  }),
  run: async (call) => {
    const { db, ctx, input, prepared, audit } = call
    const { meetingId, classGroupId } = input
    const meeting = await lockOpenMeeting(call, meetingId)
    const { rows, rules, years, tell } = prepared
    const [group] = rows.groups
    const fits =
      rows.year?.id === meeting.schoolYearId && (meeting.gradeLevel ?? group?.gradeLevel) === group?.gradeLevel
    if (!group || !fits) throw new AppError('not_found')
    if (meeting.academicPeriodId !== null)
      throw new AppError('not_allowed_now', { reason: 'meetings.refusal.notYearEnd' })
    const ids = rows.members.map(({ enrollmentId }) => enrollmentId)
    const decided = await db.promotion.findMany({
      where: { enrollmentId: { in: ids } },
      select: { enrollmentId: true },
    })
    const taken = new Set(decided.map(({ enrollmentId }) => enrollmentId))
    const passing = ids.flatMap((enrollmentId) => {
      const promotion = years.get(enrollmentId)?.promotion
      if (taken.has(enrollmentId) || promotion?.status !== 'promoted') return []
      const verdict = verdictOn(
        { status: 'promoted', reason: null, familyConsent: false },
        { gradeLevel: group.gradeLevel, proposal: 'promoted', yearEnd: true },
      )
      const proposal = { gradeLevel: group.gradeLevel, promotion, rules }
      return verdict.ok ? [{ enrollmentId, proposal, promotedTo: verdict.promotedTo }] : []
    })
    const decidedBy = userIdOf(ctx)
    const common = { schoolId: ctx.schoolId, meetingId }
    await db.promotion.createMany({
      data: passing.map(({ enrollmentId, proposal, promotedTo }) => ({
        ...common,
        enrollmentId,
        status: 'promoted',
        promotedTo,
        decidedBy,
        ...promotionData(proposal),
      })),
    })
    await db.meetingDecision.createMany({
      data: passing.map(({ enrollmentId, proposal }) => ({
        ...common,
        enrollmentId,
        kind: 'promotion',
        decision: 'promoted',
        reason: tell(proposal).join(' ').slice(0, 1000),
        createdBy: decidedBy,
      })),
    })
    const after = { name: group.code, count: passing.length, classGroupId }
    audit({ action: 'promotion.accept', entity: 'meeting', entityId: meetingId, after })
    return { count: passing.length }
  },
})
