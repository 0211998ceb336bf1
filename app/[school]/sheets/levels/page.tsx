import { ChartNoAxesColumn } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LevelFigure } from '@/components/evaluation/level-figure'
import { EmptyState } from '@/components/layout/empty-state'
import { FilterBar } from '@/components/layout/filter-bar'
import { readLevels } from '@/lib/domain/sheets/levels/queries'
import { lowPercent, trendOf, worstOf } from '@/lib/domain/sheets/levels/rules'
import { type LevelsInput, type LevelsOutput, levelGroupings, levelsInput } from '@/lib/domain/sheets/levels/schema'
import { listSheetPlaces } from '@/lib/domain/sheets/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import type { GradeLevel } from '@/lib/shared/grades'
import { knownParams, singleParams, withParams } from '../_components/params'
import { SheetsHeader } from '../_components/sheets-header'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sheets'))('levels.title') }
}

type Words = Awaited<ReturnType<typeof getTranslations<'sheets'>>>

function findings({ items, trend }: LevelsOutput, by: NonNullable<LevelsInput['by']>, t: Words) {
  const worst = worstOf(items)
  const total = items.reduce((sum, item) => sum + item.total, 0)
  const course = trendOf(trend)
  return {
    distribution: worst
      ? t(`levels.find.${by}`, { name: worst.name ?? t('levels.noTeacher'), percent: lowPercent(worst) })
      : t('levels.find.none', { total }),
    trend: course ? t(`levels.find.${course.kind}`, course) : '',
  }
}

export default async function LevelsPage({ params, searchParams }: PageProps<'/[school]/sheets/levels'>) {
  const [ctx, sent] = await Promise.all([pageContext(params), searchParams])
  const chosen = knownParams(levelsInput.shape, singleParams(sent))
  const [levels, places, t, grades] = await Promise.all([
    orNotFound(readLevels.run(ctx, chosen)),
    orNotFound(listSheetPlaces.run(ctx, {})),
    getTranslations('sheets'),
    getTranslations('grades'),
  ])
  const path = `/${ctx.school.slug}/sheets/levels`
  const by = levelGroupings.find((name) => name === chosen.by) ?? 'subject'
  const byName = { subject: t('levels.bySubject'), group: t('levels.byGroup'), teacher: t('levels.byTeacher') }
  const { items, trend, period, periods } = levels
  const found = findings(levels, by, t)
  const texts = {
    asTable: t('levels.asTable'),
    asChart: t('levels.asChart'),
    total: t('levels.total'),
    axis: t('levels.axis'),
    levels: {
      superior: t('levels.level.superior'),
      high: t('levels.level.high'),
      basic: t('levels.level.basic'),
      low: t('levels.level.low'),
    },
  }
  const gradeLevels = [...new Set(places.groups.map(({ gradeLevel }) => gradeLevel))]
  return (
    <>
      <SheetsHeader
        ctx={ctx}
        tab="levels"
        state={
          period ? t('levels.state', { year: levels.year?.name ?? '', period: period.name }) : t('levels.emptyTitle')
        }
        file={items.length > 0 ? withParams(`${path}/export`, chosen) : undefined}
      />
      {period && (
        <FilterBar
          path={path}
          params={chosen}
          filters={[
            {
              name: 'by',
              label: t('levels.by'),
              options: levelGroupings.map((value) => ({ value, label: byName[value] })),
            },
            {
              name: 'periodId',
              label: t('period'),
              options: periods.map(({ id, name }) => ({ value: id, label: name })),
            },
            {
              name: 'gradeLevel',
              label: t('grade'),
              options: gradeLevels.map((level) => ({ value: level, label: grades(`label.${level as GradeLevel}`) })),
            },
          ]}
        />
      )}
      {items.length === 0 ? (
        <EmptyState
          icon={<ChartNoAxesColumn aria-hidden="true" />}
          title={t(period ? 'levels.noMarksTitle' : 'levels.emptyTitle')}
        >
          {t(period ? 'levels.noMarksText' : 'levels.emptyText')}
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-4">
          <LevelFigure
            title={found.distribution}
            scope="distribution"
            bars={items.map(({ id, name, ...counts }) => ({
              id: id ?? 'none',
              name: name ?? t('levels.noTeacher'),
              ...counts,
            }))}
            texts={{ ...texts, first: byName[by], caption: t('levels.distribution') }}
          />
          {trend.length > 0 && (
            <LevelFigure
              title={found.trend}
              scope="trend"
              bars={trend}
              texts={{ ...texts, first: t('period'), caption: t('levels.trend') }}
            />
          )}
        </div>
      )}
    </>
  )
}
