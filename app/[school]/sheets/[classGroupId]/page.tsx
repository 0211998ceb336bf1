import { Table2 } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { Callout } from '@/components/ui/callout'
import { Tabs } from '@/components/ui/tabs'
import { readGroupSheet } from '@/lib/domain/sheets/queries'
import { sheetSettings } from '@/lib/domain/sheets/settings/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { singleParams, withParams } from '../_components/params'
import { SheetMenu } from '../_components/sheet-menu'
import { SheetView } from './_components/sheet-view'

type Page = PageProps<'/[school]/sheets/[classGroupId]'>

/** The title and the page read the same sheet once. */
const sheetOf = cache((ctx: SchoolContext, classGroupId: string, periodId: string | undefined) =>
  orNotFound(readGroupSheet.run(ctx, { classGroupId, ...(periodId ? { periodId } : {}) })),
)

async function wanted({ params, searchParams }: Page) {
  const [ctx, { classGroupId }, sent] = await Promise.all([pageContext(params), params, searchParams])
  const { periodId } = singleParams(sent)
  return { ctx, classGroupId, sheet: sheetOf(ctx, classGroupId, periodId) }
}

export async function generateMetadata(page: Page): Promise<Metadata> {
  const [{ sheet }, t] = await Promise.all([wanted(page), getTranslations('sheets')])
  return { title: t('sheet.title', { group: (await sheet).group.code }) }
}

export default async function GroupSheetPage(page: Page) {
  const { ctx, classGroupId, sheet: coming } = await wanted(page)
  const decides = can(ctx.permissions, 'config:institution')
  const [sheet, settings, t] = await Promise.all([
    coming,
    decides ? sheetSettings.run(ctx, {}) : null,
    getTranslations('sheets'),
  ])
  const { group, year, period, periods, rows, columns, whole } = sheet
  const home = `/${ctx.school.slug}`
  const path = `${home}/sheets/${classGroupId}`
  const shown = period?.name ?? t('wholeYear')
  const nothing = rows.length === 0 ? 'empty' : columns.length === 0 ? (whole ? 'emptyCourses' : 'noCourses') : null
  const readsStudents = can(ctx.permissions, 'read:students') || can(ctx.permissions, 'read:own_students')
  return (
    <>
      <PageHeader
        title={t('sheet.title', { group: group.code })}
        state={t('sheet.state', { year: year.name, period: shown, students: rows.length })}
        crumbs={[
          { label: ctx.school.name, href: home },
          { label: t('title'), href: `${home}/sheets` },
        ]}
        action={
          <SheetMenu
            file={withParams(`${path}/export`, { periodId: period?.id })}
            texts={{
              more: t('more'),
              ...(settings && {
                ranking: t(settings.ranking ? 'ranking.off' : 'ranking.on'),
                saved: t('ranking.saved', { shown: settings.ranking ? 'no' : 'yes' }),
              }),
            }}
            {...(settings && {
              ranking: { school: ctx.school.slug, version: settings.version, shown: settings.ranking },
            })}
          />
        }
      />
      <div className="mb-4">
        <Tabs
          label={t('period')}
          current={withParams(path, { periodId: period?.id })}
          tabs={[
            ...periods
              .filter(({ status }) => status !== 'draft')
              .map(({ id, name }) => ({ href: withParams(path, { periodId: id }), label: name })),
            { href: path, label: t('wholeYear') },
          ]}
        />
      </div>
      {!whole && columns.length > 0 && <Callout className="mb-4">{t('sheet.own')}</Callout>}
      {nothing ? (
        <EmptyState icon={<Table2 aria-hidden="true" />} title={t(`sheet.${nothing}Title`)}>
          {t(`sheet.${nothing}Text`)}
        </EmptyState>
      ) : (
        <SheetView sheet={sheet} students={readsStudents ? `${home}/students` : null} />
      )}
    </>
  )
}
