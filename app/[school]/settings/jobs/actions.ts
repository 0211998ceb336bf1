'use server'

import { retryJob } from '@/lib/domain/jobs/commands'
import { action } from '@/lib/platform/action'

export const retryJobAction = action(retryJob, { revalidate: (ctx) => [`/${ctx.school.slug}/settings/jobs`] })
