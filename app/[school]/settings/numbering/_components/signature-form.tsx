'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { paperKinds } from '@/lib/domain/papers/rules'
import type { SignatureRow } from '@/lib/domain/papers/signatures/schema'
import { saveSignatureAction } from '../actions'
import { SignaturePicture } from './signature-picture'

type Props = { slug: string; version: number; item: SignatureRow; onClose: () => void }

/** One of the staff who may sign: what stands on paper, and on which papers. */
export function SignatureForm({ slug, version, item, onClose }: Props) {
  const t = useTranslations('paperSettings')
  const papers = useTranslations('papers')
  const { membershipId, fullName, role, name, position, kinds } = item
  const form = useActionForm({
    school: slug,
    action: saveSignatureAction,
    initial: { version, membershipId, name: name ?? '', position: position ?? '', kinds: kinds as string[] },
    success: t('signatureSaved', { name: fullName }),
  })
  const { kinds: chosen } = form.values
  const toggle = (kind: string, on: boolean) =>
    form.set(
      'kinds',
      paperKinds.filter((one) => (one === kind ? on : chosen.includes(one))),
    )
  return (
    <div className="grid gap-5 border-t border-border p-4">
      <ActionForm form={form} submit={t('saveSignature')} onCancel={onClose}>
        <div className="grid gap-4 md:grid-cols-2">
          <TextField
            form={form}
            name="name"
            label={t('name')}
            help={t('nameHelp')}
            placeholder={fullName}
            maxLength={120}
            optional
          />
          <TextField
            form={form}
            name="position"
            label={t('position')}
            help={t('positionHelp')}
            placeholder={papers(`role.${role}`)}
            maxLength={120}
            optional
          />
        </div>
        <fieldset>
          <legend className="mb-2 font-medium">{t('papers')}</legend>
          <div id="f-kinds" tabIndex={-1} className="grid gap-2 outline-none md:grid-cols-2">
            {paperKinds.map((kind) => (
              <Checkbox
                key={kind}
                name="kinds"
                value={kind}
                label={papers(`kind.${kind}`)}
                checked={chosen.includes(kind)}
                onChange={(event) => toggle(kind, event.target.checked)}
              />
            ))}
          </div>
        </fieldset>
      </ActionForm>
      <SignaturePicture slug={slug} version={version} item={item} />
    </div>
  )
}
