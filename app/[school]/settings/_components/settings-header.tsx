import { getTranslations } from 'next-intl/server'
import type { ComponentProps } from 'react'
import { PageHeader } from '@/components/layout/page-header'
import type { SchoolContext } from '@/lib/platform/context'

type Props = Omit<ComponentProps<typeof PageHeader>, 'crumbs'> & {
  ctx: SchoolContext
  /** Pages between the settings and this one. */
  under?: { label: string; href: string }[]
}

/** The header of a settings page, with the way back through the school and its settings. */
export async function SettingsHeader({ ctx, under = [], ...header }: Props) {
  const t = await getTranslations('nav')
  const home = `/${ctx.school.slug}`
  return (
    <PageHeader
      {...header}
      crumbs={[{ label: ctx.school.name, href: home }, { label: t('settings'), href: `${home}/settings` }, ...under]}
    />
  )
}
