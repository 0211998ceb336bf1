import { ChevronRight } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/layout/page-header'
import { StatusBadge } from '@/components/ui/badge'
import { readCompleteness } from '@/lib/domain/schools/completeness/queries'
import type { Missing as MissingThing } from '@/lib/domain/schools/completeness/rules'
import { pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { settingsPages } from '../_shell/settings-pages'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('settings') }
}

export default async function SettingsPage({ params }: { params: Promise<{ school: string }> }) {
  const [ctx, nav, t, locale] = await Promise.all([
    pageContext(params),
    getTranslations('nav'),
    getTranslations('settings'),
    getLocale(),
  ])
  const pages = settingsPages(ctx)
  if (pages.length === 0) notFound()
  const home = `/${ctx.school.slug}`
  const sets = can(ctx.permissions, 'config:institution')
  const completed = sets ? (await readCompleteness.run(ctx, {})).pages : []
  const missingOf = (page: string) => completed.find((one) => one.page === page)?.missing
  const words = new Intl.ListFormat(locale)
  const Missing = ({ missing = [] }: { missing?: MissingThing[] | undefined }) =>
    missing.length > 0 && (
      <span className="text-sm text-warning">
        {t('todo', { things: words.format(missing.map((thing) => t(`missing.${thing}`))) })}
      </span>
    )
  return (
    <>
      <PageHeader
        title={nav('settings')}
        crumbs={[{ label: ctx.school.name, href: home }]}
        state={
          sets
            ? t('progress', {
                done: completed.filter(({ missing }) => missing.length === 0).length,
                all: completed.length,
              })
            : undefined
        }
      />
      <ul className="card grid max-w-3xl divide-y divide-border">
        {pages.map((page) => (
          <li key={page}>
            <Link href={`${home}/settings/${page}`} className="flex items-center gap-3 px-4 py-3 hover:bg-surface-2">
              <span className="grid flex-1">
                <span className="font-medium">{nav(page)}</span>
                <span className="text-sm text-muted">{t(`about.${page}`)}</span>
                <Missing missing={missingOf(page)} />
              </span>
              {missingOf(page)?.length === 0 && <StatusBadge tone="ok">{t('complete')}</StatusBadge>}
              <ChevronRight aria-hidden="true" className="size-4 flex-none text-muted" />
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
