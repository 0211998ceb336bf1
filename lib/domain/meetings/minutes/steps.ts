import type { SchoolContext } from '@/lib/platform/context'
import type { Sql } from '@/lib/platform/db/sql'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { renderPdf } from '@/lib/platform/pdf'
import { readLetterhead, readLook } from '../../papers/letterhead/queries'
import { contentHash } from '../../papers/steps'
import type { MeetingDetail } from '../schema'
import { meetingById } from '../sql'
import { minutesSheet, minutesWords } from './pdf'

type Call = { db: TenantClient; ctx: SchoolContext; sql: Sql }

/** What the minutes say, apart from how they look: the hash on every page is of this. */
const contentOf = (
  { year, period, gradeLevel, heldOn, members, items, notes }: MeetingDetail,
  number: string | null,
) => ({
  number,
  year: year.name,
  period: period?.name ?? null,
  gradeLevel,
  heldOn,
  notes,
  members: members.map(({ name, role, present }) => ({ name, role, present })),
  decisions: items.map(({ name, groupCode, kind, decision, reason }) => ({ name, groupCode, kind, decision, reason })),
})

/** The minutes as PDF; a draft without a number. @throws AppError not_found */
export async function renderMinutes(call: Call, meetingId: string, number: string | null) {
  const [meeting, head, look, words] = await Promise.all([
    meetingById(call, meetingId),
    readLetterhead(call),
    readLook(call),
    minutesWords(),
  ])
  if (!meeting) throw new AppError('not_found')
  const hash = contentHash(contentOf(meeting, number))
  const bytes = await renderPdf(minutesSheet(meeting, { head, look, number, hash }, words))
  return { meeting, bytes, hash }
}
