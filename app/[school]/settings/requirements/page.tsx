import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { LinkButton } from '@/components/ui/link-button'
import { listRequirements } from '@/lib/domain/requirements/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { SettingsHeader } from '../_components/settings-header'
import { describeApplies } from './_components/describe-applies'
import { RequirementList } from './_components/requirement-list'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requirements'))('title') }
}

export default async function RequirementsPage({ params }: { params: Promise<{ school: string }> }) {
  const ctx = await pageContext(params)
  if (!can(ctx.permissions, 'config:institution')) notFound()
  const [{ items }, t, grades] = await Promise.all([
    orNotFound(listRequirements.run(ctx, {})),
    getTranslations('requirements'),
    getTranslations('grades'),
  ])
  const path = `/${ctx.school.slug}/settings/requirements`
  const asked = items.filter(({ isActive }) => isActive).length
  return (
    <ClientMessages namespaces={['requirements']}>
      <SettingsHeader
        ctx={ctx}
        title={t('title')}
        state={t('asked', { asked, total: items.length })}
        file={items.length > 0 ? `${path}/export` : undefined}
        action={
          <LinkButton href={`${path}/new`} variant="primary">
            {t('new')}
          </LinkButton>
        }
      />
      <p className="reading mb-4 text-muted">{t('text')}</p>
      <RequirementList
        key={items.map(({ id, version }) => id + version).join()}
        slug={ctx.school.slug}
        items={items.map((item) => ({
          id: item.id,
          version: item.version,
          name: item.name,
          isActive: item.isActive,
          about: [
            item.kind === 'consent' ? t('kind.consent') : null,
            item.required ? t('obligatory') : t('voluntary'),
            ...describeApplies(item.appliesTo, t, grades),
            item.validity === 'months'
              ? t('lasts.months', { count: item.validMonths ?? 0 })
              : t(`lasts.${item.validity}`),
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </ClientMessages>
  )
}
