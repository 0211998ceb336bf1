'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { ActionForm } from '@/components/layout/action-form'
import { RadioField, SelectField, TextareaField, TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Fieldset } from '@/components/ui/fieldset'
import { attestSubjects, type CertificateKind, certificateKinds } from '@/lib/domain/papers/rules'
import { issueCertificateAction, replaceCertificateAction } from '../actions'
import { type CertificateValues, certificateInput, emptyCertificate } from './certificate-values'

type Option = { value: string; label: string }
export type Earlier = {
  paperId: string
  version: number
  kind: CertificateKind
  enrollmentId: string
  addressee: string
}
type Props = {
  school: string
  cancelHref: string
  enrollments: (Option & { marked: boolean })[]
  signers: (Option & { kinds: CertificateKind[] })[]
  /** The one that this takes the place of: kind and enrollment stay. */
  earlier: Earlier | null
}

/** Who signs such a paper by the school's settings; the first of the list where they name nobody. */
function proposed(signers: Props['signers'], kind: CertificateKind): { first: string; second: string } {
  const [first = signers[0], second] = signers.filter(({ kinds }) => kinds.includes(kind))
  return { first: first?.value ?? '', second: second?.value ?? '' }
}

/** What the certificate says and who signs it; what is asked depends on its kind. */
export function CertificateForm({ school, cancelHref, enrollments, signers, earlier }: Props) {
  const t = useTranslations('papers')
  const form = useActionForm<CertificateValues, unknown>({
    school,
    action: earlier ? replaceCertificateAction : issueCertificateAction,
    initial: {
      ...emptyCertificate,
      enrollmentId: enrollments[0]?.value ?? '',
      ...proposed(signers, earlier?.kind ?? emptyCertificate.kind),
      ...(earlier ?? {}),
    },
    toInput: (values) => certificateInput(values, earlier),
    draft: earlier ? `paper-${earlier.paperId}` : 'paper',
  })
  const { kind, enrollmentId } = form.values
  const seen = useRef(kind)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another kind of paper brings its own signers, once
  useEffect(() => {
    if (seen.current === kind) return
    seen.current = kind
    const { first, second } = proposed(signers, kind)
    form.set('first', first)
    form.set('second', second)
  }, [kind])
  const marks = kind === 'grades_certificate' || kind === 'performance_certificate'
  const marked = enrollments.find(({ value }) => value === enrollmentId)?.marked
  return (
    <ActionForm form={form} submit={t(earlier ? 'page.replaceNow' : 'page.issueNow')} cancelHref={cancelHref}>
      {!earlier && (
        <>
          <RadioField
            form={form}
            name="kind"
            label={t('page.kind')}
            options={certificateKinds.map((one) => ({
              value: one,
              label: t(`kind.${one}`),
              help: t(`kindHelp.${one}`),
            }))}
          />
          <SelectField
            form={form}
            name="enrollmentId"
            label={t('page.enrollment')}
            options={enrollments}
            {...(marks && !marked ? { help: t('refusal.noMarks') } : {})}
          />
        </>
      )}
      {earlier && <TextareaField form={form} name="reason" label={t('page.reason')} rows={2} maxLength={500} />}
      <TextField
        form={form}
        name="addressee"
        label={t('page.addressee')}
        help={t('page.addresseeHelp')}
        maxLength={200}
        optional
      />
      {kind === 'clearance' && (
        // Where the summary of the refusal leads: what is missing is any of the three.
        <div id="f-attests" tabIndex={-1}>
          <Fieldset legend={t('page.attests')} help={t('page.attestsHelp')}>
            {attestSubjects.map((subject) => (
              <TextField
                key={subject}
                form={form}
                name={subject}
                label={t(`attest.${subject}`)}
                maxLength={150}
                optional
              />
            ))}
          </Fieldset>
        </div>
      )}
      {kind === 'grades_certificate' && (
        <div className="grid grid-cols-2 gap-4">
          <TextField form={form} name="book" label={t('page.book')} maxLength={20} optional />
          <TextField form={form} name="folio" label={t('page.folio')} maxLength={20} optional />
        </div>
      )}
      <SelectField form={form} name="first" label={t('page.signer')} options={signers} />
      <SelectField
        form={form}
        name="second"
        label={t('page.secondSigner')}
        options={[
          { value: '', label: t('page.nobody') },
          ...signers.filter(({ value }) => value !== form.values.first),
        ]}
        optional
      />
      <TextareaField form={form} name="note" label={t('page.note')} rows={2} maxLength={500} optional />
    </ActionForm>
  )
}
