'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

type Props = {
  value: string
  onValueChange: (slug: string) => void
  origin: string
  error: string | undefined
}

type Verdict = { slug: string; free: boolean; detail: string }

/** Asks whether an address is free, a moment after the last key. An answer that does not come says nothing. */
function useVerdict(slug: string): Verdict | null {
  const t = useTranslations('schools')
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  useEffect(() => {
    if (slug.length < 3) return setVerdict(null)
    const gone = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await fetch(`/api/v1/admin/slugs/${encodeURIComponent(slug)}`, { signal: gone.signal }).catch(
        () => null,
      )
      if (!answer?.ok) return
      const { free } = (await answer.json()) as { free: boolean }
      setVerdict({ slug, free, detail: t('refusal.slugTaken') })
    }, 300)
    return () => {
      clearTimeout(timer)
      gone.abort()
    }
  }, [slug, t])
  return verdict?.slug === slug ? verdict : null
}

/** The school's address, checked while it is typed; it stays for ever, so that it is shown as people will see it. */
export function SlugField({ value, onValueChange, origin, error }: Props) {
  const t = useTranslations('admin')
  const verdict = useVerdict(value)
  const taken = verdict && !verdict.free ? verdict.detail : undefined
  return (
    <Field
      name="slug"
      label={t('slug')}
      help={t('slugHelp')}
      error={error ?? taken}
      aside={
        <span role="status" className="text-sm text-muted">
          {value.length >= 3 &&
            (verdict ? verdict.free && <span className="text-ok">✓ {t('slugFree')}</span> : t('slugChecking'))}
        </span>
      }
    >
      <Input
        value={value}
        maxLength={40}
        autoCapitalize="none"
        spellCheck={false}
        placeholder={t('slugPreview', { origin, slug: '…' })}
        onChange={(event) => onValueChange(event.target.value.toLowerCase().replace(/[^a-z0-9-]/g, '-'))}
      />
    </Field>
  )
}
