import { getTranslations } from 'next-intl/server'
import { Callout } from '@/components/ui/callout'
import type { SchoolOverview } from '@/lib/domain/schools/platform/schema'

/** What happens now that the school is open, for who has just opened it. */
export async function NextSteps({ school }: { school: SchoolOverview }) {
  const t = await getTranslations('admin')
  const rector = school.rectors[0]
  if (!rector) return null
  return (
    <Callout
      tone="ok"
      title={t('next.title', { name: school.name })}
      actions={
        <a className="link" href={`/admin/mails?to=${encodeURIComponent(rector.email)}`}>
          {t('next.mail')}
        </a>
      }
    >
      <p>{t('next.text', { rector: rector.name, email: rector.email })}</p>
      <p>{t('next.notArrived')}</p>
    </Callout>
  )
}
