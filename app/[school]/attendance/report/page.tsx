import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { Button } from '@/components/ui/button'
import { DateField } from '@/components/ui/date-field'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Tabs } from '@/components/ui/tabs'
import { listRollGroups, readSummary } from '@/lib/domain/attendance/summary/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { showDay } from '@/lib/shared/dates'
import { isUuid } from '@/lib/shared/ids'
import { spanOf } from './span'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('attendance'))('report.title') }
}

const views = ['student', 'group', 'subject'] as const

/** Percentages between two days, per student, group or subject. */
export default async function ReportPage({ params, searchParams }: PageProps<'/[school]/attendance/report'>) {
  const [ctx, sent, t] = await Promise.all([pageContext(params), searchParams, getTranslations('attendance')])
  const { from, to } = spanOf(sent)
  const by = views.find((one) => one === sent.by) ?? 'student'
  const group = isUuid(sent.group) ? sent.group : undefined
  const [groups, { basis, items }] = await Promise.all([
    orNotFound(listRollGroups.run(ctx, {})),
    orNotFound(readSummary.run(ctx, { by, from, to, ...(group ? { classGroupId: group } : {}) })),
  ])
  const home = `/${ctx.school.slug}/attendance`
  const at = (one: string) => `${home}/report?by=${one}&from=${from}&to=${to}${group ? `&group=${group}` : ''}`
  return (
    <>
      <PageHeader
        title={t('report.title')}
        state={t('report.state', { from: showDay(from), to: showDay(to), basis })}
        crumbs={[
          { label: ctx.school.name, href: `/${ctx.school.slug}` },
          { label: t('title'), href: home },
        ]}
        file={
          items.length > 0
            ? `${home}/report/export?${new URLSearchParams({ by, from, to, ...(group ? { classGroupId: group } : {}) })}`
            : undefined
        }
      />
      <form className="mb-3 flex flex-wrap items-end gap-3" data-print="hide">
        <input type="hidden" name="by" value={by} />
        <Field name="from" label={t('report.from')}>
          <DateField defaultValue={from} max={to} />
        </Field>
        <Field name="to" label={t('report.to')}>
          <DateField defaultValue={to} min={from} />
        </Field>
        <Field name="group" label={t('report.group')}>
          <Select
            defaultValue={group ?? ''}
            options={[
              { value: '', label: t('report.allGroups') },
              ...groups.items.map(({ id, code }) => ({ value: id, label: code })),
            ]}
          />
        </Field>
        <Button type="submit">{t('report.apply')}</Button>
      </form>
      <Tabs
        label={t('report.views')}
        current={at(by)}
        tabs={views.map((one) => ({ href: at(one), label: t(`report.by.${one}`) }))}
      />
      <div className="grid gap-3 pt-3">
        {items.length === 0 ? (
          <EmptyState title={t('report.emptyTitle')}>{t('report.emptyText')}</EmptyState>
        ) : (
          <DataTable
            label={t('report.label')}
            columns={[
              { key: 'name', header: t(`report.name.${by}`), sub: 'group' },
              { key: 'attended', header: t('report.attended'), kind: 'number' },
              { key: 'absence', header: t('report.absence'), kind: 'number' },
              { key: 'absent', header: t('status.absent'), kind: 'number', phone: 'hide' },
              { key: 'late', header: t('status.late'), kind: 'number', phone: 'hide' },
              { key: 'excused', header: t('status.excused'), kind: 'number', phone: 'hide' },
              { key: 'total', header: t('report.total'), kind: 'number', phone: 'hide' },
            ]}
            rows={items.map(
              ({ id, studentId, name, group: code, attended, absence, absent, late, excused, total }) => ({
                id,
                ...(studentId ? { href: `/${ctx.school.slug}/students/${studentId}?tab=attendance` } : {}),
                cells: {
                  name,
                  group: code,
                  attended: t('report.percent', { value: attended }),
                  absence: t('report.percent', { value: absence }),
                  absent: absent || null,
                  late: late || null,
                  excused: excused || null,
                  total,
                },
              }),
            )}
          />
        )}
        <p className="reading text-sm text-muted">{t('report.rule')}</p>
      </div>
    </>
  )
}
