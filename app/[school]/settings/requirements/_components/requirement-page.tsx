import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { Card } from '@/components/ui/card'
import type { RequirementRow } from '@/lib/domain/requirements/schema'
import type { SchoolContext } from '@/lib/platform/context'
import { gradeLevels } from '@/lib/shared/grades'
import { SettingsHeader } from '../../_components/settings-header'
import { RequirementForm } from './requirement-form'

/** The page of one document: a new one, or one of the list. */
export async function RequirementPage({ ctx, requirement }: { ctx: SchoolContext; requirement?: RequirementRow }) {
  const [t, grades] = await Promise.all([getTranslations('requirements'), getTranslations('grades')])
  const { slug } = ctx.school
  return (
    <ClientMessages namespaces={['requirements']}>
      <SettingsHeader
        ctx={ctx}
        title={requirement?.name ?? t('new')}
        under={[{ label: t('title'), href: `/${slug}/settings/requirements` }]}
      />
      <div className="max-w-3xl">
        <Card>
          <RequirementForm
            slug={slug}
            grades={gradeLevels.map((value) => ({ value, label: grades(`label.${value}`) }))}
            {...(requirement ? { requirement } : {})}
          />
        </Card>
      </div>
    </ClientMessages>
  )
}
