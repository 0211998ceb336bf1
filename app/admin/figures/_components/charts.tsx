import { getFormatter, getTranslations } from 'next-intl/server'
import { NumberFigure } from '@/components/figures/number-figure'
import { attendanceFinding, growthFinding, papersFinding } from '@/lib/domain/schools/figures/rules'
import type { FiguresPage } from '@/lib/domain/schools/figures/schema'
import { EnrollmentFigure } from './enrollment-figure'
import { LevelsFigure } from './levels-figure'

/** Five charts of what was counted, of one school or of all together, each under what it shows. */
export async function Charts({ page: { items, together } }: { page: FiguresPage }) {
  const [t, format] = await Promise.all([getTranslations('figures'), getFormatter()])
  const percent = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 })
  const month = (text: string) => format.dateTime(new Date(`${text}-15T12:00:00Z`), { month: 'short', year: 'numeric' })
  const papers = papersFinding(items)
  const attendance = attendanceFinding(together.attendance)
  const growth = growthFinding(together.growth)
  const texts = (first: string, value: string, caption: string) => ({
    ...{ asTable: t('asTable'), asChart: t('asChart') },
    ...{ first, value, caption },
  })
  const missing = items
    .map(({ id, name, figures }) => ({ id, name, value: figures.papers.missing }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
    .slice(0, 20)
  return (
    <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
      <EnrollmentFigure rows={together.enrollment} />
      <NumberFigure
        title={
          papers.kind === 'none'
            ? t('findPapers.none')
            : t(`findPapers.${papers.kind}`, { name: papers.name, count: papers.count })
        }
        kind="bars"
        points={missing.map((one) => ({ ...one, shown: format.number(one.value) }))}
        texts={texts(t('school'), t('missingAxis'), t('papersCaption'))}
      />
      <NumberFigure
        title={
          attendance.kind === 'none'
            ? t('findAttendance.none')
            : t(`findAttendance.${attendance.kind}`, {
                now: percent(attendance.now),
                before: percent(attendance.before),
              })
        }
        kind="line"
        percent
        points={together.attendance.map(({ month: id, present, total }) => {
          const value = total === 0 ? 0 : present / total
          return { id, name: month(id), value, shown: percent(value) }
        })}
        texts={texts(t('month'), t('attendanceAxis'), t('attendanceCaption'))}
      />
      <NumberFigure
        title={t(`findGrowth.${growth.kind}`, { count: growth.count, months: growth.months })}
        kind="line"
        points={together.growth.map(({ month: id, students }) => ({
          id,
          name: month(id),
          value: students,
          shown: format.number(students),
        }))}
        texts={texts(t('month'), t('growthAxis'), t('growthCaption'))}
      />
      <LevelsFigure items={items} />
    </div>
  )
}
