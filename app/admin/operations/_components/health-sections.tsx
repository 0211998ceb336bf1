import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { StatusBadge } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import type { Health } from '@/lib/domain/jobs/platform/schema'
import { showBytes } from '@/lib/shared/bytes'

/** Mails, store and database, each as it says of itself. */
export async function HealthSections({ health: { mails, storage, database } }: { health: Health }) {
  const [t, format, locale] = await Promise.all([getTranslations('operations'), getFormatter(), getLocale()])
  const number = (value: number) => format.number(value)
  const size = (bytes: number) => showBytes(bytes, locale)
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-3">
      <Section title={t('mails')} intro={t('mailsText')}>
        <DescriptionList
          items={(['queued', 'sent', 'kept', 'failed'] as const).map((state) => ({
            term: t(`mail.${state}`),
            value: number(mails[state]),
          }))}
        />
        <p className="mt-3">
          <a className="link" href="/admin/mails">
            {t('seeMails')}
          </a>
        </p>
      </Section>
      <Section title={t('storage')} intro={t('storageText')}>
        <p className="mb-3">
          <StatusBadge tone={storage.answers ? 'ok' : 'danger'}>
            {t(storage.answers ? 'storageAnswers' : 'storageSilent')}
          </StatusBadge>
        </p>
        <DescriptionList
          items={[
            { term: t('storageTotal'), value: size(storage.bytes) },
            ...storage.largest.map(({ name, bytes }) => ({ term: name, value: size(bytes) })),
          ]}
        />
      </Section>
      <Section title={t('database')} intro={`PostgreSQL ${database.version}`}>
        <DescriptionList
          items={[
            {
              term: t('connections'),
              value: t('connectionsOf', { used: database.connections, most: database.mostConnections }),
            },
            { term: t('size'), value: size(database.sizeBytes) },
            { term: t('longest'), value: t('seconds', { seconds: database.longestSeconds }) },
            { term: t('longOnes'), value: number(database.longTransactions) },
            { term: t('waitingLocks'), value: number(database.waitingForLocks) },
          ]}
        />
      </Section>
    </div>
  )
}
