'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import type { SignatureRow } from '@/lib/domain/papers/signatures/schema'
import { SignatureForm } from './signature-form'

type Props = { slug: string; version: number; items: readonly SignatureRow[] }

/** Who may sign; one of them at a time is open, so that every field of the page has a name of its own. */
export function SignatureList({ slug, version, items }: Props) {
  const t = useTranslations('paperSettings')
  const roles = useTranslations('papers.role')
  const [open, setOpen] = useState<string>()
  return (
    <ul className="card divide-y divide-border">
      {items.map((item) => {
        const { membershipId, fullName, name, position, role, kinds, picture } = item
        const isOpen = open === membershipId
        return (
          <li key={membershipId}>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
              <span className="grid min-w-0 flex-1">
                <span className="font-medium">{name ?? fullName}</span>
                <span className="text-sm text-muted">{position ?? roles(role)}</span>
              </span>
              {kinds.length > 0 && <Badge tone="ok">{t('signs', { count: kinds.length })}</Badge>}
              {picture && <Badge tone="info">{t('withPicture')}</Badge>}
              {!isOpen && (
                <Button
                  size="sm"
                  data-open
                  aria-label={t('editSignatureOf', { name: fullName })}
                  onClick={() => setOpen(membershipId)}
                >
                  {t('editSignature')}
                </Button>
              )}
            </div>
            {isOpen && (
              <SignatureForm
                key={version}
                slug={slug}
                version={version}
                item={item}
                onClose={() => setOpen(undefined)}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
