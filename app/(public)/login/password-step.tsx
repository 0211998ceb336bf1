'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

export type Credentials = { email: string; password: string }

type Props = { pending: boolean; blocked: boolean; refused?: string; onEnter: (credentials: Credentials) => void }

export function PasswordStep({ pending, blocked, refused, onEnter }: Props) {
  const t = useTranslations('login')
  const password = useRef<HTMLInputElement>(null)
  const email = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (email.current?.value === '') email.current.focus()
  }, [])
  useEffect(() => {
    if (refused) password.current?.select()
  }, [refused])
  return (
    <form
      className="grid gap-4"
      method="post"
      onSubmit={(event) => {
        event.preventDefault()
        onEnter({ email: email.current?.value.trim() ?? '', password: password.current?.value ?? '' })
      }}
    >
      <Field name="email" label={t('email')}>
        <Input ref={email} type="email" autoComplete="username" inputMode="email" maxLength={255} required />
      </Field>
      <Field
        name="password"
        label={t('password')}
        aside={
          <Link href="/reset" className="link text-sm">
            {t('forgot')}
          </Link>
        }
      >
        <Input ref={password} type="password" autoComplete="current-password" maxLength={256} required />
      </Field>
      <Button type="submit" variant="primary" size="lg" loading={pending} disabled={blocked}>
        {t('enter')}
      </Button>
    </form>
  )
}
