'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Badge } from '@/components/ui/badge'
import { Checkbox } from '@/components/ui/checkbox'
import { paperKinds } from '@/lib/domain/papers/rules'
import type { SignatureRow } from '@/lib/domain/papers/signatures/schema'
import { saveSignatureAction } from '../actions'
import { SignaturePicture } from './signature-picture'

type Props = { slug: string; version: number; item: SignatureRow }

/** One of the staff who may sign: what stands on paper, and on which papers. Closed until it is worked on. */
export function SignatureForm({ slug, version, item }: Props) {
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
    <details className="card">
      <summary className="flex min-h-12 cursor-pointer flex-wrap items-center gap-2 px-4 py-3">
        <span className="font-medium">{name ?? fullName}</span>
        <span className="text-muted">{position ?? papers(`role.${role}`)}</span>
        {kinds.length > 0 && <Badge tone="ok">{t('signs', { count: kinds.length })}</Badge>}
        {item.picture && <Badge tone="info">{t('withPicture')}</Badge>}
      </summary>
      <div className="grid gap-5 border-t border-border p-4">
        <ActionForm form={form} submit={t('saveSignature')}>
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
                  id={`f-kinds-${kind}-${membershipId}`}
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
    </details>
  )
}
