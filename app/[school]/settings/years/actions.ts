'use server'

import { changeYearStatus, createYear, updateYear } from '@/lib/domain/years/commands'
import { changePeriodStatus, savePeriods } from '@/lib/domain/years/periods/commands'
import { action } from '@/lib/platform/action'
import type { SchoolContext } from '@/lib/platform/context'

const path = (ctx: SchoolContext) => `/${ctx.school.slug}/settings/years`
const revalidate = (ctx: SchoolContext) => [path(ctx)]
const both = (ctx: SchoolContext, { id }: { id: string }) => [path(ctx), `${path(ctx)}/${id}`]

export const createYearAction = action(createYear, { revalidate, redirectTo: (ctx, { id }) => `${path(ctx)}/${id}` })
export const updateYearAction = action(updateYear, { revalidate: both })
export const changeYearStatusAction = action(changeYearStatus, { revalidate: both })
export const savePeriodsAction = action(savePeriods, { revalidate: both })
export const changePeriodStatusAction = action(changePeriodStatus, { revalidate })
