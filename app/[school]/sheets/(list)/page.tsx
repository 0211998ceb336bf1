import { Table2 } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { seesWholeGroups } from '@/lib/domain/sheets/policy'
import { listSheetPlaces } from '@/lib/domain/sheets/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import type { GradeLevel } from '@/lib/shared/grades'
import { withParams } from '../_components/params'
import { SheetsHeader } from '../_components/sheets-header'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sheets'))('title') }
}

/** Where a person lands: the period that is open, else the last one that is over. */
const current = <T extends { status: string }>(periods: readonly T[]): T | undefined =>
  periods.find(({ status }) => status === 'open') ?? periods.findLast(({ status }) => status !== 'draft')

export default async function SheetsPage({ params }: PageProps<'/[school]/sheets'>) {
  const ctx = await pageContext(params)
  const [{ year, periods, groups }, t, grades] = await Promise.all([
    orNotFound(listSheetPlaces.run(ctx, {})),
    getTranslations('sheets'),
    getTranslations('grades'),
  ])
  const path = `/${ctx.school.slug}/sheets`
  const period = current(periods)
  const own = !seesWholeGroups(ctx)
  return (
    <>
      <SheetsHeader
        ctx={ctx}
        tab="groups"
        state={year ? t('places.state', { year: year.name, groups: groups.length }) : t('noYear')}
      />
      {groups.length === 0 ? (
        <EmptyState
          icon={<Table2 aria-hidden="true" />}
          title={t(!year ? 'yearTitle' : own ? 'places.noneTitle' : 'places.emptyTitle')}
        >
          {t(!year ? 'yearText' : own ? 'places.noneText' : 'places.emptyText')}
        </EmptyState>
      ) : (
        <DataTable
          label={t('places.label')}
          columns={[
            { key: 'code', header: t('places.group') },
            { key: 'grade', header: t('places.grade') },
            { key: 'director', header: t('places.director'), muted: true, phone: 'hide' },
            { key: 'students', header: t('places.students'), kind: 'number' },
            { key: 'courses', header: t('places.courses'), kind: 'number' },
          ]}
          rows={groups.map(({ id, code, gradeLevel, director, students, courses }) => ({
            id,
            href: withParams(`${path}/${id}`, { periodId: period?.id }),
            cells: { code, grade: grades(`label.${gradeLevel as GradeLevel}`), director, students, courses },
          }))}
        />
      )}
    </>
  )
}
