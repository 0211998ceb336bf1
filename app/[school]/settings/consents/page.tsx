import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { Section } from '@/components/ui/card'
import { consentVersions } from '@/lib/domain/families/consents/queries'
import { consentCodes } from '@/lib/domain/families/schema'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { SettingsHeader } from '../_components/settings-header'
import { ConsentForm } from './_components/consent-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('consents.title') }
}

export default async function ConsentsPage({ params }: { params: Promise<{ school: string }> }) {
  const ctx = await pageContext(params)
  const [{ items }, t, names, format] = await Promise.all([
    orNotFound(consentVersions.run(ctx, {})),
    getTranslations('settings'),
    getTranslations('requirements'),
    getFormatter(),
  ])
  const day = (moment: string) => format.dateTime(new Date(moment), 'dayLong')
  return (
    <ClientMessages namespaces={['settings']}>
      <SettingsHeader ctx={ctx} title={t('consents.title')} state={t('consents.text')} />
      <div className="grid max-w-3xl gap-8">
        {consentCodes.map((code) => {
          const [current, ...earlier] = items.filter((text) => text.code === code)
          return (
            <Section
              key={code}
              title={names(`catalogue.${code}.name`)}
              intro={
                current
                  ? t('consents.version', { version: current.version, day: day(current.createdAt) })
                  : t('consents.none')
              }
            >
              <ConsentForm
                key={current?.version ?? 0}
                slug={ctx.school.slug}
                code={code}
                title={current?.title ?? ''}
                body={current?.body ?? ''}
                version={current?.version ?? 0}
              />
              {earlier.length > 0 && (
                <details className="mt-4 border-t border-border pt-3">
                  <summary className="font-medium">{t('consents.earlier', { count: earlier.length })}</summary>
                  <ol className="mt-3 grid gap-4">
                    {earlier.map((text) => (
                      <li key={text.id}>
                        <p className="text-sm text-muted">
                          {t('consents.version', { version: text.version, day: day(text.createdAt) })}
                        </p>
                        <p className="font-medium">{text.title}</p>
                        <p className="reading whitespace-pre-line">{text.body}</p>
                      </li>
                    ))}
                  </ol>
                </details>
              )}
            </Section>
          )
        })}
      </div>
    </ClientMessages>
  )
}
