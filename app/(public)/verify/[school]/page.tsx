import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EntryPage } from '@/components/account/entry-page'
import { CodeForm } from '../_components/code-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('papers.verify'))('title'), robots: { index: false } }
}

/** Where a code is typed: the address that is printed on every paper of a school. */
export default async function VerifyPage({ params, searchParams }: PageProps<'/verify/[school]'>) {
  const [{ school }, { code }, t] = await Promise.all([params, searchParams, getTranslations('papers.verify')])
  if (typeof code === 'string' && code.trim())
    redirect(`/verify/${encodeURIComponent(school)}/${encodeURIComponent(code.trim().slice(0, 60))}`)
  return (
    <EntryPage title={t('title')} intro={t('intro')}>
      <CodeForm school={school} />
    </EntryPage>
  )
}
