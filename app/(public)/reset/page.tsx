import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { ResetPanel } from './reset-panel'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('reset.title') }
}

export default function ResetPage() {
  return (
    <ClientMessages namespaces={['account', 'common']}>
      <ResetPanel />
    </ClientMessages>
  )
}
