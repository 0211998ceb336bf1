import { z } from 'zod'
import { fileFields, tableExport } from '@/lib/platform/table-export'
import type { TableColumn } from '@/lib/platform/table-file'
import { tableWords } from '@/lib/platform/table-words'
import { translator } from '@/lib/platform/translator'
import { readYearRow } from '../../years/steps'
import { readCatalog } from '../groups/policy'
import { listPlans, readPlan } from './queries'
import { ofYearInput, type PlanDetail, type PlanItem } from './schema'

type Line = { plan: PlanDetail; gradeLevel: string; item: PlanItem }

/**
 * The plans of a year, a line for each subject of a grade. A school has one plan, or two.
 * @throws AppError not_found when there is no such year
 */
export const exportPlans = tableExport({
  name: 'academics.exportPlans',
  action: 'plan.export',
  permission: readCatalog,
  input: z.strictObject({ ...ofYearInput.shape, ...fileFields }),
  read: async ({ ctx, db, input: { schoolYearId } }) => {
    const year = await readYearRow(db, schoolYearId)
    const { items } = await listPlans.run(ctx, { schoolYearId })
    const [plans, t, { grade, yesNo }] = await Promise.all([
      Promise.all(items.map(({ id }) => readPlan.run(ctx, { studyPlanId: id }))),
      translator(ctx.locale, 'academics'),
      tableWords(ctx.locale),
    ])
    const columns: TableColumn<Line>[] = [
      { title: t('groups.plan'), read: ({ plan }) => plan.name, width: 28 },
      { title: t('plans.state'), read: ({ plan }) => t(`plans.status.${plan.status}`), width: 12 },
      { title: t('plans.grade'), read: ({ gradeLevel }) => grade(gradeLevel), width: 14 },
      { title: t('subjects.area'), read: ({ item }) => item.area, width: 36 },
      { title: t('plans.subject'), read: ({ item }) => item.subject, width: 36 },
      { title: t('subjects.code'), read: ({ item }) => item.subjectCode, width: 12 },
      { title: t('plans.hours'), read: ({ item }) => item.weeklyHours, width: 10 },
      { title: t('plans.mandatory'), read: ({ item }) => yesNo(item.isMandatory), width: 12 },
      { title: t('plans.areaWeight'), read: ({ item }) => item.areaWeight, width: 16 },
    ]
    const rows = plans.flatMap((plan) =>
      plan.grades.flatMap(({ gradeLevel, items: own }) => own.map((item) => ({ plan, gradeLevel, item }))),
    )
    return { name: `${t('plans.fileName')}-${year.name}`, columns, rows, about: { id: year.id, name: year.name } }
  },
})
