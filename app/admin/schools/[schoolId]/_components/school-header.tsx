import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/layout/page-header'
import { StatusBadge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/link-button'
import { Tabs } from '@/components/ui/tabs'
import type { SchoolOverview } from '@/lib/domain/schools/platform/schema'

type Props = { school: Pick<SchoolOverview, 'id' | 'slug' | 'name' | 'isActive'>; tab: 'overview' | 'life' }

/** The school's name, state and the way in, above both of its pages. */
export async function SchoolHeader({ school: { id, slug, name, isActive }, tab }: Props) {
  const t = await getTranslations('admin')
  const home = `/admin/schools/${id}`
  const tabs = { overview: home, life: `${home}/life` }
  return (
    <>
      <PageHeader
        title={name}
        state={`/${slug}`}
        badge={<StatusBadge tone={isActive ? 'ok' : 'neutral'}>{t(isActive ? 'active' : 'inactive')}</StatusBadge>}
        crumbs={[{ label: t('schools'), href: '/admin' }]}
        action={isActive && <LinkButton href={`/admin/support/${slug}`}>{t('support')}</LinkButton>}
      />
      <div className="mb-6">
        <Tabs
          label={t('tabs.label')}
          current={tabs[tab]}
          tabs={[
            { href: tabs.overview, label: t('tabs.overview') },
            { href: tabs.life, label: t('tabs.life') },
          ]}
        />
      </div>
    </>
  )
}
