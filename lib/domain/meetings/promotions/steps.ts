import type { SchoolContext } from '@/lib/platform/context'
import type { Sql } from '@/lib/platform/db/sql'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { translator } from '@/lib/platform/translator'
import { today } from '@/lib/shared/dates'
import type { PromotionTrace } from '../../evaluation/promotion/schema'
import { rulesOfGrade } from '../../evaluation/rules'
import type { EvaluationRules } from '../../evaluation/schema'
import { explainPromotion, type Say } from '../../evaluation/trace/rules'
import { readStudentYears } from '../../sheets/years/steps'

type Call = { db: TenantClient; ctx: SchoolContext; sql: Sql }

/** The outcome that the school's criteria come to, and the grade whose rules say so. */
export type Proposal = { gradeLevel: string; promotion: PromotionTrace; rules: EvaluationRules }

/** The group in which a student sits, or sat last. */
async function groupOf({ db }: Pick<Call, 'db'>, enrollmentId: string): Promise<string> {
  const placement = await db.groupPlacement.findFirst({
    where: { enrollmentId },
    orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
    select: { classGroupId: true },
  })
  if (!placement) throw new AppError('not_found')
  return placement.classGroupId
}

/** @throws AppError not_found for a student who is in no group */
export async function proposalFor(call: Call, enrollmentId: string): Promise<Proposal> {
  const { rows, rules, years } = await readStudentYears(call, {
    classGroupId: await groupOf(call, enrollmentId),
    enrollmentId,
  })
  const year = years.get(enrollmentId)
  if (!year) throw new AppError('not_allowed_now', { reason: 'meetings.refusal.noMarks' })
  return { gradeLevel: rows.groups[0]?.gradeLevel ?? '', promotion: year.promotion, rules }
}

/** Why the criteria propose it, as one text in the language of the school's papers. */
export async function proposalText({ gradeLevel, promotion, rules }: Proposal, locale = 'es'): Promise<string> {
  const told = await proposalTeller(locale)
  return told({ gradeLevel, promotion, rules }).join(' ').slice(0, 1000)
}

/** The sentences of many proposals, with the translator fetched once. */
export async function proposalTeller(locale: string): Promise<(proposal: Proposal) => string[]> {
  const say = (await translator(locale, 'evaluation')) as unknown as Say
  return ({ gradeLevel, promotion, rules }) =>
    explainPromotion({ say, locale, scale: rulesOfGrade(rules, gradeLevel).scale }, promotion).map(({ text, parts }) =>
      parts.length > 0 ? `${text.replace(/[.:]$/, '')}: ${parts.join(', ')}.` : text,
    )
}

export const promotionData = ({ promotion }: Proposal, over: object = {}) => ({
  failedAreas: promotion.failed.length,
  absencePercent: promotion.absencePercent,
  trace: { proposal: promotion, on: today(), ...over },
})
