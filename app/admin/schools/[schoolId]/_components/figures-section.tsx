import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { LinkButton } from '@/components/ui/link-button'
import type { SchoolOverview } from '@/lib/domain/schools/platform/schema'
import { showBytes } from '@/lib/shared/bytes'

/** What the jobs have counted in the school, and when. */
export async function FiguresSection({ school }: { school: SchoolOverview }) {
  const [t, format, locale] = await Promise.all([getTranslations('admin'), getFormatter(), getLocale()])
  const { id, computedAt, students, people, storageBytes, lastActivityAt } = school
  const number = (value: number) => (computedAt ? format.number(value) : t('notCounted'))
  return (
    <Section
      title={t('figuresTitle')}
      intro={computedAt ? t('countedAt', { when: format.relativeTime(new Date(computedAt)) }) : t('notCounted')}
      actions={
        <LinkButton size="sm" href={`/admin/figures?schoolId=${id}`}>
          {t('figures')}
        </LinkButton>
      }
    >
      <DescriptionList
        items={[
          { term: t('students'), value: number(students) },
          { term: t('people'), value: number(people) },
          { term: t('storage'), value: computedAt ? showBytes(storageBytes, locale) : t('notCounted') },
          {
            term: t('lastActivity'),
            value: lastActivityAt ? format.relativeTime(new Date(lastActivityAt)) : t('noActivity'),
          },
        ]}
      />
    </Section>
  )
}
