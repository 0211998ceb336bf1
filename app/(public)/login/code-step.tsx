'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

type Props = {
  pending: boolean
  blocked: boolean
  refused: boolean
  onEnter: (code: string) => void
  onBack: () => void
}

/** The password was right; nobody is inside before the code is, too. */
export function CodeStep({ pending, blocked, refused, onEnter, onBack }: Props) {
  const t = useTranslations('login')
  const [code, setCode] = useState('')
  // Where the next code is typed: at first, and again after one that was refused.
  useEffect(() => {
    if (!pending) document.getElementById('f-code')?.focus()
  }, [pending])
  return (
    <form
      className="grid gap-4"
      method="post"
      onSubmit={(event) => {
        event.preventDefault()
        onEnter(code)
        setCode('')
      }}
    >
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('codeTitle')}</h2>
        <p className="text-muted">{t('codeIntro')}</p>
      </div>
      <Field name="code" label={t('code')} help={t('codeHelp')}>
        <Input
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={24}
          aria-invalid={refused || undefined}
          required
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" size="lg" loading={pending} disabled={blocked}>
          {t('codeEnter')}
        </Button>
        <Button variant="ghost" size="lg" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </form>
  )
}
