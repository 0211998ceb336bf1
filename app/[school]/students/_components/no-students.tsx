import { UserRoundSearch, UsersRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/layout/empty-state'
import { LinkButton } from '@/components/ui/link-button'

type NoStudentsProps = { school: string; filtered: boolean; year: boolean; writes: boolean; configures: boolean }

/** Why the list is empty, and the step that fills it. */
export function NoStudents({ school, filtered, year, writes, configures }: NoStudentsProps) {
  const t = useTranslations('students')
  if (filtered) {
    return (
      <EmptyState
        icon={<UserRoundSearch aria-hidden="true" />}
        title={t('empty.noneFound')}
        action={<LinkButton href={`/${school}/students`}>{t('empty.clear')}</LinkButton>}
      >
        {t('empty.noneFoundText')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={<UsersRound aria-hidden="true" />}
      title={t('empty.title')}
      action={
        writes && (
          <>
            {year ? (
              <LinkButton href={`/${school}/enrollments/new`} variant="primary">
                {t('empty.enroll')}
              </LinkButton>
            ) : (
              configures && (
                <LinkButton href={`/${school}/settings/years/new`} variant="primary">
                  {t('empty.noYearAction')}
                </LinkButton>
              )
            )}
            <LinkButton href={`/${school}/students/new`}>{t('empty.create')}</LinkButton>
            <LinkButton href={`/${school}/imports/new?kind=students`}>{t('list.import')}</LinkButton>
          </>
        )
      }
    >
      {year ? t('empty.text') : t('empty.noYearText')}
    </EmptyState>
  )
}
