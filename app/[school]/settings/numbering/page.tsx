import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/card'
import { readNumbering } from '@/lib/domain/papers/numbering/queries'
import { readSignatures } from '@/lib/domain/papers/signatures/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { SettingsHeader } from '../_components/settings-header'
import { NumberingForm } from './_components/numbering-form'
import { SignatureList } from './_components/signature-list'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('numbering') }
}

export default async function NumberingPage({ params }: { params: Promise<{ school: string }> }) {
  const ctx = await pageContext(params)
  const [numbering, signatures, t, nav] = await Promise.all([
    orNotFound(readNumbering.run(ctx, {})),
    orNotFound(readSignatures.run(ctx, {})),
    getTranslations('paperSettings'),
    getTranslations('nav'),
  ])
  const { slug } = ctx.school
  return (
    <ClientMessages namespaces={['paperSettings', 'papers', 'settings']}>
      <SettingsHeader ctx={ctx} title={nav('numbering')} state={t('text')} />
      <div className="grid max-w-3xl gap-8">
        <Section title={t('numbers')} intro={t('numbersText', { year: numbering.year })}>
          <NumberingForm key={numbering.version} slug={slug} numbering={numbering} />
        </Section>
        <Section title={t('signatures')} intro={t('signaturesText')} bare>
          {signatures.items.length === 0 && <Callout tone="info">{t('nobody')}</Callout>}
          {signatures.items.length > 0 && (
            <SignatureList slug={slug} version={signatures.version} items={signatures.items} />
          )}
        </Section>
      </div>
    </ClientMessages>
  )
}
