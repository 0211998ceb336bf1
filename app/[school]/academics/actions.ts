'use server'

import { addCompulsoryAreas, createArea, orderAreas, updateArea } from '@/lib/domain/academics/areas/commands'
import { copyStructure } from '@/lib/domain/academics/copy/commands'
import { previewCopy } from '@/lib/domain/academics/copy/queries'
import { generateCourses } from '@/lib/domain/academics/generation/commands'
import { createGroup, generateGroups, setGroupActive, updateGroup } from '@/lib/domain/academics/groups/commands'
import { importStructure } from '@/lib/domain/academics/import/commands'
import { checkImport } from '@/lib/domain/academics/import/queries'
import { changePlanStatus, createPlan, updatePlan } from '@/lib/domain/academics/plans/commands'
import { saveGrade } from '@/lib/domain/academics/plans/grades/commands'
import { createSubject, updateSubject } from '@/lib/domain/academics/subjects/commands'
import { action } from '@/lib/platform/action'
import type { SchoolContext } from '@/lib/platform/context'

const home = (ctx: SchoolContext) => `/${ctx.school.slug}/academics`
const catalog = (ctx: SchoolContext) => [`${home(ctx)}/subjects`]
const plans = (ctx: SchoolContext) => [`${home(ctx)}/plans`]
const groups = (ctx: SchoolContext) => [home(ctx)]

export const createAreaAction = action(createArea, { revalidate: catalog })
export const updateAreaAction = action(updateArea, { revalidate: catalog })
export const orderAreasAction = action(orderAreas, { revalidate: catalog })
export const addCompulsoryAreasAction = action(addCompulsoryAreas, { revalidate: catalog })
export const createSubjectAction = action(createSubject, { revalidate: catalog })
export const updateSubjectAction = action(updateSubject, { revalidate: catalog })
export const createPlanAction = action(createPlan, { revalidate: plans })
export const updatePlanAction = action(updatePlan, { revalidate: plans })
export const changePlanStatusAction = action(changePlanStatus, { revalidate: plans })
export const saveGradeAction = action(saveGrade, { revalidate: plans })
export const createGroupAction = action(createGroup, { revalidate: groups })
export const updateGroupAction = action(updateGroup, { revalidate: groups })
export const setGroupActiveAction = action(setGroupActive, { revalidate: groups })
export const generateGroupsAction = action(generateGroups, { revalidate: groups })
export const generateCoursesAction = action(generateCourses, { revalidate: groups })
export const previewCopyAction = action(previewCopy)
export const copyStructureAction = action(copyStructure, { revalidate: groups })
export const checkImportAction = action(checkImport)
export const importStructureAction = action(importStructure, { revalidate: groups })
