'use client'

import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useWhereabouts } from './person-context'

function problemOf(error: string): 'reloginWait' | 'reloginWrongCode' | 'reloginRefused' {
  if (error.startsWith('rate_limited')) return 'reloginWait'
  return error === 'wrong_code' ? 'reloginWrongCode' : 'reloginRefused'
}

/** The session ended while something was being typed: sign in here, and what was typed is sent again. */
export function ReloginDialog({ onDone }: { onDone: (signedIn: boolean) => void }) {
  const t = useTranslations('ui')
  const known = useWhereabouts().person?.email
  const [email, setEmail] = useState(known ?? '')
  const [password, setPassword] = useState('')
  /** Asked for once the password was right, where the person has a second factor. */
  const [code, setCode] = useState<string>()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<string>()

  const enter = async () => {
    setPending(true)
    setProblem(undefined)
    try {
      const answer = await signIn('credentials', { redirect: false, email, password, code: code ?? '' })
      if (answer?.ok) return onDone(true)
      const error = answer?.error ?? ''
      if (code !== undefined || error === 'code_needed') setCode('')
      if (error !== 'code_needed') setProblem(t(problemOf(error)))
    } catch {
      setProblem(t('offlineTitle'))
    } finally {
      setPending(false)
    }
  }

  return (
    <Dialog
      open
      onOpenChange={() => onDone(false)}
      title={t('reloginTitle')}
      description={t('reloginText')}
      width={420}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          void enter()
        }}
      >
        {problem && (
          <Callout tone="danger" live>
            {problem}
          </Callout>
        )}
        {/* Another person's session would save these data in another name. */}
        <Field name="relogin.email" label={t('email')} help={known && t('reloginOther')}>
          <Input
            type="email"
            autoComplete="username"
            value={email}
            readOnly={known !== undefined}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <Field name="relogin.password" label={t('password')}>
          <Input
            type="password"
            autoComplete="current-password"
            autoFocus
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        {code !== undefined && (
          <Field name="relogin.code" label={t('reloginCode')} help={t('reloginCodeHelp')}>
            <Input
              autoComplete="one-time-code"
              autoCapitalize="characters"
              spellCheck={false}
              autoFocus
              required
              maxLength={24}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          </Field>
        )}
        <Button type="submit" variant="primary" loading={pending}>
          {t('relogin')}
        </Button>
      </form>
    </Dialog>
  )
}
