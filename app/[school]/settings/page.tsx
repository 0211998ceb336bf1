import { ChevronRight } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/layout/page-header'
import { pageContext } from '@/lib/platform/page'
import { settingsPages } from '../_shell/settings-pages'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('settings') }
}

export default async function SettingsPage({ params }: { params: Promise<{ school: string }> }) {
  const [ctx, nav, t] = await Promise.all([pageContext(params), getTranslations('nav'), getTranslations('settings')])
  const pages = settingsPages(ctx)
  if (pages.length === 0) notFound()
  const home = `/${ctx.school.slug}`
  return (
    <>
      <PageHeader title={nav('settings')} crumbs={[{ label: ctx.school.name, href: home }]} />
      <ul className="card grid max-w-3xl divide-y divide-border">
        {pages.map((page) => (
          <li key={page}>
            <Link href={`${home}/settings/${page}`} className="flex items-center gap-3 px-4 py-3 hover:bg-surface-2">
              <span className="grid flex-1">
                <span className="font-medium">{nav(page)}</span>
                <span className="text-sm text-muted">{t(`about.${page}`)}</span>
              </span>
              <ChevronRight aria-hidden="true" className="size-4 flex-none text-muted" />
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
