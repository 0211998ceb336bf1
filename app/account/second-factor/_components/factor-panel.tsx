'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { RecoveryCodes } from '@/components/account/recovery-codes'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import type { SecondFactorState, StartedFactor } from '@/lib/domain/account/second-factor/schema'
import { renewRecoveryCodesAction, startSecondFactorAction, turnOffSecondFactorAction } from '../actions'
import { ProveForm } from './prove-form'
import { ScanStep } from './scan-step'

type Asked = 'start' | 'renew' | 'off'
type Step = { at: 'choice' } | { at: 'prove'; asked: Asked } | { at: 'scan'; started: StartedFactor } | Codes
type Codes = { at: 'codes'; codes: string[]; said: 'isOnNow' | 'renewed' }

type Props = { state: SecondFactorState; email: string; next: string; children: ReactNode }

/** Turning on, moving to another phone, new recovery codes, turning off: one thing at a time. `children`: the ways out. */
export function FactorPanel({ state, email, next, children }: Props) {
  const t = useTranslations('security.factor')
  const [step, setStep] = useState<Step>({ at: 'choice' })
  const { call, pending } = useCall()
  const back = () => setStep({ at: 'choice' })
  // A whole new page: what the session may do has changed.
  const leave = () => window.location.assign(next)

  const scan = (started: StartedFactor) => setStep({ at: 'scan', started })
  const begin = () =>
    state.asksProof ? setStep({ at: 'prove', asked: 'start' }) : call(() => startSecondFactorAction({}), scan)
  const showCodes = (said: Codes['said']) => (codes: string[]) => {
    toast({ tone: 'ok', text: t(said) })
    setStep({ at: 'codes', codes, said })
  }

  if (step.at === 'codes') return <RecoveryCodes codes={step.codes} email={email} onKept={leave} />
  if (step.at === 'scan') return <ScanStep started={step.started} onDone={showCodes('isOnNow')} onCancel={back} />
  if (step.at === 'prove' && step.asked === 'start')
    return <ProveForm email={email} action={startSecondFactorAction} submit={t('go')} onDone={scan} onCancel={back} />
  if (step.at === 'prove' && step.asked === 'renew')
    return (
      <ProveForm
        email={email}
        action={renewRecoveryCodesAction}
        submit={t('renew')}
        onDone={({ codes }: { codes: string[] }) => showCodes('renewed')(codes)}
        onCancel={back}
      />
    )
  if (step.at === 'prove')
    return (
      <div className="grid gap-3">
        <p>{t('offText')}</p>
        <ProveForm
          email={email}
          action={turnOffSecondFactorAction}
          submit={t('turnOff')}
          danger
          onDone={leave}
          onCancel={back}
        />
      </div>
    )
  if (!state.isOn)
    return (
      <div className="grid gap-3">
        <Button variant="primary" size="lg" loading={pending} onClick={begin}>
          {t('turnOn')}
        </Button>
        {children}
      </div>
    )
  return (
    <div className="grid gap-4">
      <p>{t('left', { count: state.recoveryLeft })}</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setStep({ at: 'prove', asked: 'renew' })}>{t('renew')}</Button>
        <Button onClick={() => setStep({ at: 'prove', asked: 'start' })}>{t('move')}</Button>
        {!state.needed && (
          <Button variant="danger" onClick={() => setStep({ at: 'prove', asked: 'off' })}>
            {t('turnOff')}
          </Button>
        )}
      </div>
      {state.needed && <p className="text-sm text-muted">{t('needed')}</p>}
      {children}
    </div>
  )
}
