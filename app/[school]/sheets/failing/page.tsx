import { UserRoundCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { FilterBar } from '@/components/layout/filter-bar'
import { listFailing } from '@/lib/domain/sheets/failing/queries'
import { failingInput } from '@/lib/domain/sheets/failing/schema'
import { listSheetPlaces } from '@/lib/domain/sheets/queries'
import { AppError } from '@/lib/platform/errors'
import { orNotFound, pageContext } from '@/lib/platform/page'
import type { GradeLevel } from '@/lib/shared/grades'
import { knownParams, singleParams, withParams } from '../_components/params'
import { showMark } from '../_components/sheet-row'
import { SheetsHeader } from '../_components/sheets-header'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sheets'))('failing.title') }
}

/** Nothing to look at (no groups yet, none of that grade) is an empty list here, and no missing page. */
async function readList(...call: Parameters<typeof listFailing.run>) {
  try {
    return await listFailing.run(...call)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found')
      return { year: null, period: null, students: 0, withAny: 0, items: [] }
    throw error
  }
}

export default async function FailingPage({ params, searchParams }: PageProps<'/[school]/sheets/failing'>) {
  const [ctx, sent] = await Promise.all([pageContext(params), searchParams])
  const chosen = knownParams(failingInput.shape, singleParams(sent))
  const [list, places, t, grades, locale] = await Promise.all([
    orNotFound(readList(ctx, chosen)),
    orNotFound(listSheetPlaces.run(ctx, {})),
    getTranslations('sheets'),
    getTranslations('grades'),
    getLocale(),
  ])
  const home = `/${ctx.school.slug}`
  const path = `${home}/sheets/failing`
  const grade = (level: string) => grades(`label.${level as GradeLevel}`)
  const count = chosen.count === 'subjects' ? 'subjects' : 'areas'
  const levels = [...new Set(places.groups.map(({ gradeLevel }) => gradeLevel))]
  const words = (value: string | null) => (value === null ? '' : showMark(value, 1, locale))
  const rows = list.items.map(({ enrollmentId, studentId, name, groupCode, subjects, areas, unjustified }) => ({
    id: enrollmentId,
    href: `${home}/students/${studentId}`,
    cells: {
      name,
      place: groupCode,
      lost: (count === 'areas' ? areas : subjects).length,
      areas: areas.map(({ name, value }) => `${name} ${words(value)}`).join(', '),
      what: subjects
        .map(({ name, value, needs }) =>
          t('failing.item', {
            name,
            value: words(value),
            needs: t(`failing.needs.${needs.way}`, { mark: words(needs.mark) }),
          }),
        )
        .join('; '),
      unjustified,
    },
  }))
  return (
    <>
      <SheetsHeader
        ctx={ctx}
        tab="failing"
        state={t('failing.state', { year: places.year?.name ?? '', period: list.period?.name ?? t('wholeYear') })}
        file={rows.length > 0 ? withParams(`${path}/export`, chosen) : undefined}
      />
      <FilterBar
        path={path}
        params={chosen}
        filters={[
          {
            name: 'periodId',
            label: t('period'),
            options: places.periods
              .filter(({ status }) => status !== 'draft')
              .map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            name: 'gradeLevel',
            label: t('grade'),
            options: levels.map((level) => ({ value: level, label: grade(level) })),
          },
          {
            name: 'classGroupId',
            label: t('group'),
            options: places.groups.map(({ id, code }) => ({ value: id, label: code })),
          },
          {
            name: 'count',
            label: t('failing.countBy'),
            options: (['areas', 'subjects'] as const).map((value) => ({ value, label: t(`failing.${value}`) })),
          },
          {
            name: 'atLeast',
            label: t('failing.atLeast'),
            options: [1, 2, 3, 4].map((least) => ({
              value: String(least),
              label: t('failing.atLeastOption', { count: least }),
            })),
          },
        ]}
        count={t('failing.count', { shown: list.items.length, total: list.students })}
      />
      {rows.length === 0 ? (
        <EmptyState
          icon={<UserRoundCheck aria-hidden="true" />}
          title={t(list.students === 0 ? 'failing.unmarkedTitle' : 'failing.noneTitle')}
        >
          {list.students === 0
            ? t('failing.unmarkedText')
            : t('failing.noneText', { total: list.students, least: Number(chosen.atLeast ?? 1) })}
        </EmptyState>
      ) : (
        <>
          <DataTable
            label={t('failing.label')}
            columns={[
              { key: 'name', header: t('failing.student') },
              { key: 'place', header: t('failing.place'), nowrap: true },
              { key: 'lost', header: t('failing.lost'), kind: 'number' },
              { key: 'areas', header: t('failing.areaNames'), phone: 'hide' },
              { key: 'what', header: t('failing.what'), muted: true, phone: 'hide' },
              { key: 'unjustified', header: t('failing.unjustified'), kind: 'number', phone: 'hide' },
            ]}
            rows={rows}
          />
          <p className="mt-3 text-sm text-muted">{t('failing.help')}</p>
        </>
      )}
    </>
  )
}
