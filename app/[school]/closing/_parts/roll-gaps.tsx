import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/layout/data-table'
import { Section } from '@/components/ui/card'
import type { RollGap } from '@/lib/domain/closing/schema'

/** Groups whose roll was not called on every school day of the period; a row opens the last day without one. */
export async function RollGaps({ school, rolls }: { school: string; rolls: readonly RollGap[] }) {
  const t = await getTranslations('closing')
  if (rolls.length === 0) return null
  return (
    <Section title={t('rolls')} intro={t('rollsText')} bare>
      <DataTable
        label={t('rolls')}
        columns={[
          { key: 'group', header: t('group') },
          { key: 'missing', header: t('missing'), kind: 'number' },
          { key: 'last', header: t('lastMissing'), kind: 'date' },
        ]}
        rows={rolls.map(({ groupId, groupCode, missing, expected, lastMissing }) => ({
          id: groupId,
          href: `/${school}/attendance/${groupId}${lastMissing ? `?day=${lastMissing}` : ''}`,
          cells: { group: groupCode, missing: t('of', { missing, expected }), last: lastMissing },
        }))}
      />
    </Section>
  )
}
