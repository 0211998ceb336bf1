'use server'

import { retryJob } from '@/lib/domain/jobs/commands'
import { issueGroups } from '@/lib/domain/report-cards/batch/start/commands'
import { annulCard, correctCard } from '@/lib/domain/report-cards/commands'
import { publishCards } from '@/lib/domain/report-cards/publication/commands'
import { action } from '@/lib/platform/action'

const list = (slug: string) => `/${slug}/report-cards`

export const issueGroupsAction = action(issueGroups, { revalidate: ({ school }) => [list(school.slug)] })
export const publishCardsAction = action(publishCards, { revalidate: ({ school }) => [list(school.slug)] })
export const correctCardAction = action(correctCard, {
  redirectTo: ({ school }, { id }) => `${list(school.slug)}/${id}`,
})
export const annulCardAction = action(annulCard, { revalidate: ({ school }) => [list(school.slug)] })
export const retryRunAction = action(retryJob, { revalidate: ({ school }) => [list(school.slug)] })
