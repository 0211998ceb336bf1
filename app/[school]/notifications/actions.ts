'use server'

import { markRead, saveMailed } from '@/lib/domain/notifications/commands'
import { action } from '@/lib/platform/action'

const revalidate = (ctx: { school: { slug: string } }) => [`/${ctx.school.slug}/notifications`]

export const markReadAction = action(markRead, { revalidate })
export const saveMailedAction = action(saveMailed, { revalidate })
