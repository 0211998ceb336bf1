import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { InvitePanel } from './invite-panel'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invitations'))('title') }
}

export default function InvitePage() {
  return (
    <ClientMessages namespaces={['account', 'invitations', 'common']}>
      <InvitePanel />
    </ClientMessages>
  )
}
