import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import type { ChildToEnroll, FormFacts } from '@/lib/domain/enrollments/form/schema'

type AlreadyEnrolledProps = { school: string; child: ChildToEnroll; yearId: string; years: FormFacts['years'] }

/** Told before the form is filled in: this child has an enrollment in the chosen year. */
export function AlreadyEnrolled({ school, child, yearId, years }: AlreadyEnrolledProps) {
  const t = useTranslations('enrollments.form')
  const earlier = child.enrolled.find((one) => one.yearId === yearId)
  if (!earlier) return null
  const year = years.find(({ id }) => id === yearId)?.name ?? ''
  return (
    <Callout
      tone="warning"
      live
      actions={
        <LinkButton href={`/${school}/enrollments/${earlier.enrollmentId}`} size="sm">
          {t('openThat')}
        </LinkButton>
      }
    >
      {t('alreadyOpen', { name: child.firstName, year })}
    </Callout>
  )
}
