import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Messages, Namespace } from '@/i18n/messages'

/**
 * Texts for the client components inside; `ui` always comes along. Put it around the client part of a page,
 * with the few namespaces that it reads: everything named here travels to the browser.
 */
export async function ClientMessages({ namespaces, children }: { namespaces: Namespace[]; children: ReactNode }) {
  const all: Messages = await getMessages()
  const picked = Object.fromEntries((['ui', ...namespaces] as const).map((name) => [name, all[name]]))
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>
}
