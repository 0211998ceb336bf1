import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/layout/data-table'
import { placeOf } from '@/components/students/place'
import { Section } from '@/components/ui/card'
import type { RollGap } from '@/lib/domain/closing/schema'

/** Groups whose roll was not called on every school day of the period; a row opens the last day without one. */
export async function RollGaps({ school, rolls }: { school: string; rolls: readonly RollGap[] }) {
  const [t, grades] = await Promise.all([getTranslations('closing'), getTranslations('grades')])
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
        rows={rolls.map(({ groupId, gradeLevel, groupCode, missing, expected, lastMissing }) => ({
          id: groupId,
          href: `/${school}/attendance/${groupId}${lastMissing ? `?day=${lastMissing}` : ''}`,
          cells: {
            group: placeOf(gradeLevel, groupCode, grades),
            missing: t('of', { missing, expected }),
            last: lastMissing,
          },
        }))}
      />
    </Section>
  )
}
