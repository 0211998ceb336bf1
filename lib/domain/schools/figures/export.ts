import { z } from 'zod'
import { AppError } from '@/lib/platform/errors'
import { fileFields, platformTableExport } from '@/lib/platform/table-export'
import type { TableColumn } from '@/lib/platform/table-file'
import { translator } from '@/lib/platform/translator'
import { isGradeLevel } from '@/lib/shared/grades'
import { figuresInput, type SchoolFigures } from './schema'
import { storedFigures } from './steps'

type Line = { school: SchoolFigures; kind: string; about: string; count: number; of: number | null }

const states = ['active', 'graduated', 'in_review', 'pending_documents', 'withdrawn'] as const
const levels = ['superior', 'high', 'basic', 'low'] as const

/** One line for each figure, so that a spreadsheet can filter and sum them. */
async function linesIn(locale: string): Promise<(school: SchoolFigures) => Line[]> {
  const [t, grades, status] = await Promise.all([
    translator(locale, 'figures'),
    translator(locale, 'grades'),
    translator(locale, 'enrollments'),
  ])
  const gradeName = (code: string) => (isGradeLevel(code) ? grades(`label.${code}`) : code)
  return (school) => {
    const { enrollment, papers, attendance, growth, period } = school.figures
    const line = (kind: Parameters<typeof t>[0], about: string, count: number, of: number | null = null): Line => ({
      school,
      kind: t(kind),
      about,
      count,
      of,
    })
    return [
      ...enrollment.flatMap((grade) =>
        states.map((state) =>
          line('kind.enrollment', `${gradeName(grade.gradeLevel)} · ${status(`status.${state}`)}`, grade[state]),
        ),
      ),
      line('kind.papers', t('papers.enrollments'), papers.enrollments),
      line('kind.papers', t('papers.missing'), papers.missing),
      line('kind.papers', t('papers.review'), papers.review),
      ...attendance.map(({ month, present, total }) => line('kind.attendance', month, present, total)),
      ...levels.map((level) =>
        line('kind.levels', [period, t(`levels.${level}`)].filter(Boolean).join(' · '), school.figures.levels[level]),
      ),
      ...growth.map(({ month, students }) => line('kind.growth', month, students)),
    ]
  }
}

/** The figures of all schools, or of one, as the jobs have left them. */
export const exportFigures = platformTableExport({
  name: 'schools.exportFigures',
  action: 'figures.export',
  entity: 'school',
  permission: 'manage:schools',
  input: z.strictObject({ ...figuresInput.shape, ...fileFields }),
  read: async ({ ctx, db, input: { schoolId } }) => {
    const [schools, t, linesOf] = await Promise.all([
      storedFigures(db, schoolId),
      translator(ctx.locale, 'figures'),
      linesIn(ctx.locale),
    ])
    const [first] = schools
    if (schoolId && !first) throw new AppError('not_found')
    const columns: TableColumn<Line>[] = [
      { title: t('school'), read: ({ school }) => school.name, width: 36 },
      { title: t('figure'), read: ({ kind }) => kind, width: 20 },
      { title: t('about'), read: ({ about }) => about, width: 36 },
      { title: t('count'), read: ({ count }) => count, width: 12 },
      { title: t('of'), read: ({ of }) => of, width: 12 },
      { title: t('counted'), read: ({ school }) => ({ day: school.computedAt?.slice(0, 10) ?? null }), width: 14 },
    ]
    return {
      name: t('fileName'),
      columns,
      rows: schools.flatMap(linesOf),
      ...(schoolId && first ? { about: { id: schoolId, name: first.name } } : {}),
    }
  },
})
