'use server'

import { changePeriodStatus } from '@/lib/domain/years/periods/commands'
import { action } from '@/lib/platform/action'

export const movePeriodAction = action(changePeriodStatus, { revalidate: (ctx) => [`/${ctx.school.slug}/closing`] })
