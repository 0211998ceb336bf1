import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/layout/page-header'
import { Tabs } from '@/components/ui/tabs'
import { readSchoolSheets } from '@/lib/domain/sheets/policy'
import type { SchoolContext } from '@/lib/platform/context'
import { can } from '@/lib/platform/permissions'

type SheetsHeaderProps = {
  ctx: SchoolContext
  tab: 'groups' | 'failing' | 'levels'
  state: string
  /** Address of the file of what is shown. */
  file?: string | undefined
}

/** The title of the sheets and, for who sees the whole school, its lists and charts beside them. */
export async function SheetsHeader({ ctx, tab, state, file }: SheetsHeaderProps) {
  const t = await getTranslations('sheets')
  const home = `/${ctx.school.slug}`
  const hrefs = { groups: `${home}/sheets`, failing: `${home}/sheets/failing`, levels: `${home}/sheets/levels` }
  return (
    <>
      <PageHeader
        title={tab === 'groups' ? t('title') : t(`tabs.${tab}`)}
        state={state}
        crumbs={[
          { label: ctx.school.name, href: home },
          ...(tab === 'groups' ? [] : [{ label: t('title'), href: hrefs.groups }]),
        ]}
        file={file}
      />
      {can(ctx.permissions, readSchoolSheets) && (
        <div className="mb-4">
          <Tabs
            label={t('tabs.label')}
            current={hrefs[tab]}
            tabs={(['groups', 'failing', 'levels'] as const).map((name) => ({
              href: hrefs[name],
              label: t(`tabs.${name}`),
            }))}
          />
        </div>
      )}
    </>
  )
}
