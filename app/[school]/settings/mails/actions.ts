'use server'

import { resendMail } from '@/lib/domain/mails/commands'
import { action } from '@/lib/platform/action'

export const resendMailAction = action(resendMail, { revalidate: (ctx) => [`/${ctx.school.slug}/settings/mails`] })
