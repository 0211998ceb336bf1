'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import type { StartedFactor } from '@/lib/domain/account/second-factor/schema'
import { confirmSecondFactorAction } from '../actions'

type Props = { started: StartedFactor; onDone: (codes: string[]) => void; onCancel: () => void }

/** The secret goes to the phone, the phone's first code comes back: only then is anything turned on. */
export function ScanStep({ started, onDone, onCancel }: Props) {
  const t = useTranslations('security.factor')
  const form = useActionForm({
    action: confirmSecondFactorAction,
    initial: { code: '' },
    onSuccess: ({ codes }: { codes: string[] }) => onDone(codes),
  })
  return (
    <div className="grid gap-5">
      <section className="grid gap-2">
        <h2 className="text-lg font-semibold">{t('scanTitle')}</h2>
        <p className="text-muted">{t('scanText')}</p>
        {/* biome-ignore lint/performance/noImgElement: a picture made for this page, inside its address */}
        <img src={started.qr} alt={t('qr')} className="size-44 justify-self-center rounded bg-white p-1" />
        <p className="text-sm">
          <a className="link md:hidden" href={started.address}>
            {t('openApp')}
          </a>
        </p>
        <p className="text-sm text-muted">{t('typed')}</p>
        <p className="nums select-all break-words rounded bg-surface-2 px-3 py-2 font-medium">{started.shownSecret}</p>
      </section>
      <section className="grid gap-2">
        <h2 className="text-lg font-semibold">{t('codeTitle')}</h2>
        <ActionForm form={form} submit={t('confirm')} onCancel={onCancel}>
          <TextField
            form={form}
            name="code"
            label={t('code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
          />
        </ActionForm>
      </section>
    </div>
  )
}
