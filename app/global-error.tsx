'use client'

import { referenceOf } from '@/components/layout/error-reference'
import './globals.css'
import en from '@/messages/en/fault.json'
import es from '@/messages/es/fault.json'

/** The layout itself failed, so neither the provider nor the cookie's language can be counted on. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const english = typeof document !== 'undefined' && document.cookie.includes('language=en')
  const t = english ? en : es
  const reference = referenceOf(error)
  return (
    <html lang={english ? 'en' : 'es-CO'}>
      <body>
        <title>{t.title}</title>
        <main className="mx-auto grid max-w-lg gap-3 p-(--gutter) pt-16 text-center">
          <h1 className="text-lg">{t.title}</h1>
          <p className="text-muted">{t.text}</p>
          {reference && (
            <p className="text-sm text-muted">
              {t.reference} {reference}
            </p>
          )}
          <p>
            <button type="button" className="btn btn-primary" onClick={retry}>
              {t.tryAgain}
            </button>
          </p>
        </main>
      </body>
    </html>
  )
}
