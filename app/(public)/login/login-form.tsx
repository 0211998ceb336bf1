'use client'

import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Callout } from '@/components/ui/callout'
import { CodeStep } from './code-step'
import { type Credentials, PasswordStep } from './password-step'
import { useCountdown } from './use-countdown'

type Problem = 'wrong' | 'code' | 'offline' | 'fault'

/** What the answer of the first or second step means; `code_needed` is no problem. */
const problems: Record<string, Problem> = { unauthenticated: 'wrong', invalid: 'wrong', wrong_code: 'code' }

/** First e-mail and password, then, for who has one, the code of the second factor. */
export function LoginForm({ target }: { target: string }) {
  const t = useTranslations('login')
  const [problem, setProblem] = useState<Problem>()
  const [pending, setPending] = useState(false)
  const [wait, startWait] = useCountdown()
  const [known, setKnown] = useState<Credentials>()

  const refuse = (error: string, credentials: Credentials) => {
    const [code = '', seconds] = error.split(':')
    setPending(false)
    if (code === 'code_needed') setKnown(credentials)
    else if (code === 'rate_limited') startWait(Number(seconds) || 60)
    else setProblem(problems[code] ?? 'fault')
  }

  const enter = async (credentials: Credentials, code = '') => {
    setPending(true)
    setProblem(undefined)
    try {
      const answer = await signIn('credentials', { redirect: false, ...credentials, code })
      if (!answer?.ok) return refuse(answer?.error ?? 'internal', credentials)
      // A whole new page: nothing that was loaded before signing in may stay. It knows what this person still has to do.
      window.location.assign(`/login?next=${encodeURIComponent(target)}`)
    } catch {
      setPending(false)
      setProblem('offline')
    }
  }

  return (
    <div className="grid gap-4">
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
      {known ? (
        <CodeStep
          pending={pending}
          blocked={wait > 0}
          refused={problem === 'code'}
          onEnter={(code) => enter(known, code)}
          onBack={() => {
            setProblem(undefined)
            setKnown(undefined)
          }}
        />
      ) : (
        <PasswordStep pending={pending} blocked={wait > 0} refused={problem} onEnter={enter} />
      )}
    </div>
  )
}
