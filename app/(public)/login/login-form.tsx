'use client'

import Link from 'next/link'
import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useCountdown } from './use-countdown'

type Problem = 'wrong' | 'offline' | 'fault'

export function LoginForm({ target }: { target: string }) {
  const t = useTranslations('login')
  const [problem, setProblem] = useState<Problem>()
  const [pending, setPending] = useState(false)
  const [wait, startWait] = useCountdown()
  const password = useRef<HTMLInputElement>(null)
  const email = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (email.current?.value === '') email.current.focus()
  }, [])

  const refuse = (error: string) => {
    const [code, seconds] = error.split(':')
    setPending(false)
    if (code === 'rate_limited') startWait(Number(seconds) || 60)
    else setProblem(code === 'unauthenticated' || code === 'invalid' ? 'wrong' : 'fault')
    password.current?.select()
  }

  const enter = async (event: FormEvent) => {
    event.preventDefault()
    setPending(true)
    setProblem(undefined)
    try {
      const credentials = { email: email.current?.value.trim() ?? '', password: password.current?.value ?? '' }
      const answer = await signIn('credentials', { redirect: false, ...credentials })
      if (!answer?.ok) return refuse(answer?.error ?? 'internal')
      // A whole new page: nothing that was loaded before signing in may stay.
      window.location.assign(target)
    } catch {
      setPending(false)
      setProblem('offline')
    }
  }

  return (
    <form className="grid gap-4" method="post" onSubmit={enter}>
      {wait > 0 ? (
        <Callout tone="warning" title={t('waitTitle')} live>
          {t('wait', { seconds: wait })}
        </Callout>
      ) : (
        problem && (
          <Callout tone="danger" live>
            {t(`problem.${problem}`)}
          </Callout>
        )
      )}
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
      <Button type="submit" variant="primary" size="lg" loading={pending} disabled={wait > 0}>
        {t('enter')}
      </Button>
    </form>
  )
}
