import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import type { groupList } from '@/lib/domain/academics/groups/schema'
import { gradeName } from './group-name'

type Props = { unknown: (typeof groupList)['_output']['unknown']; href: string }

/** Groups that enrollments name before anybody made them. */
export function UnknownGroups({ unknown, href }: Props) {
  const t = useTranslations('academics')
  const grades = useTranslations('grades')
  if (unknown.length === 0) return null
  const named = unknown.map(({ gradeLevel, code, students }) =>
    t('groups.unknownOne', { grade: gradeName(gradeLevel, grades), code, students }),
  )
  return (
    <Callout
      tone="warning"
      className="mb-4"
      title={t('groups.unknownTitle', { count: unknown.length })}
      actions={
        <LinkButton href={`${href}${href.includes('?') ? '&' : '?'}named=1`} size="sm">
          {t('groups.unknownGo', { count: unknown.length })}
        </LinkButton>
      }
    >
      {named.slice(0, 12).join(' · ')}
      {named.length > 12 && ' …'}
    </Callout>
  )
}
