import { getTranslations } from 'next-intl/server'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/card'
import { previewCopy } from '@/lib/domain/academics/copy/queries'
import type { RolloverDetail } from '@/lib/domain/rollovers/schema'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound } from '@/lib/platform/page'
import { StructureForm } from './structure-form'

type Props = { ctx: SchoolContext; slug: string; rollover: RolloverDetail; path: string }

/** Which plans, groups and courses the new year takes over. */
export async function StructureStep({ ctx, slug, rollover, path }: Props) {
  const { fromYear, toYear, plan, id, version } = rollover
  const planning = toYear.status === 'planning'
  const years = { from: fromYear.name, to: toYear.name }
  const chosen = plan.structure ?? { copy: planning, courses: true, teachers: false }
  const [t, copy] = await Promise.all([
    getTranslations('rollovers.structure'),
    planning
      ? orNotFound(
          previewCopy.run(ctx, {
            fromYearId: fromYear.id,
            toYearId: toYear.id,
            courses: chosen.courses,
            teachers: chosen.teachers,
          }),
        )
      : null,
  ])
  const nothing = copy && copy.plans + copy.groups + copy.courses + copy.items === 0
  return (
    <Section title={t('title', years)} intro={t('intro', years)}>
      <div className="grid max-w-2xl gap-4">
        {!planning && <Callout tone="info">{t('notPlanning', years)}</Callout>}
        {copy && (
          <Callout tone="info">
            {nothing
              ? t('nothing', years)
              : t('wouldCopy', { plans: copy.plans, groups: copy.groups, courses: copy.courses })}
          </Callout>
        )}
        {copy && copy.gone.length > 0 && <Callout tone="warning">{t('gone', { names: copy.gone.join(', ') })}</Callout>}
        <StructureForm
          slug={slug}
          rolloverId={id}
          version={version}
          initial={chosen}
          frozen={!planning}
          next={`${path}?step=promotion`}
        />
      </div>
    </Section>
  )
}
