'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { SelectField, TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/card'
import { isOtherMunicipality, simatDelimiters, simatEncodings } from '@/lib/domain/schools/rules'
import type { SchoolProfile } from '@/lib/domain/schools/schema'
import { identityDocuments } from '@/lib/shared/documents-id'
import { updateSimatAction } from '../actions'

type Settings = SchoolProfile['settings']

const delimiterNames = { ';': 'semicolon', ',': 'comma', '|': 'pipe', '\t': 'tab' } as const
const digitsOf = (text: string) => text.replace(/\D/g, '')

/** Every kind of document has its box: an empty one is SIMAT's own code. */
const shown = ({ version, simat }: Settings) => ({
  version,
  simat: {
    institutionCode: simat.institutionCode ?? '',
    siteCode: simat.siteCode ?? '',
    siteNumber: simat.siteNumber ?? '',
    municipalityCode: simat.municipalityCode ?? '',
    exportEncoding: simat.exportEncoding as string,
    delimiter: simat.delimiter as string,
    documentCodes: Object.fromEntries(
      identityDocuments.map(({ code }) => [code, simat.documentCodes[code] ?? '']),
    ) as Record<string, string>,
  },
})

export function SimatForm({ slug, settings }: { slug: string; settings: Settings }) {
  const t = useTranslations('schools')
  const kinds = useTranslations('identity.documentType')
  const form = useActionForm({
    school: slug,
    action: updateSimatAction,
    initial: shown(settings),
    success: t('simat.saved'),
    fromCurrent: (current) => shown(current as Settings),
  })
  const { institutionCode, municipalityCode } = form.values.simat
  const [dane, typed] = [digitsOf(institutionCode), digitsOf(municipalityCode)]
  return (
    <ActionForm form={form} submit={t('simat.save')} className="gap-8">
      <Section title={t('simat.codes')}>
        <div className="grid gap-4 md:grid-cols-2">
          <Digits form={form} name="simat.institutionCode" label={t('field.dane')} help={t('field.daneHelp')} />
          <Digits
            form={form}
            name="simat.municipalityCode"
            label={t('field.municipality')}
            help={t('field.municipalityHelp')}
          />
          <Digits form={form} name="simat.siteCode" label={t('field.siteCode')} help={t('field.siteCodeHelp')} />
          <Digits form={form} name="simat.siteNumber" label={t('field.siteNumber')} help={t('field.siteNumberHelp')} />
        </div>
        {isOtherMunicipality(dane, typed) && (
          <div className="mt-4">
            <Callout tone="warning">{t('simat.otherMunicipality', { dane: dane.slice(1, 6), typed })}</Callout>
          </div>
        )}
      </Section>
      <Section title={t('simat.format')}>
        <div className="grid gap-4 md:grid-cols-2">
          <SelectField
            form={form}
            name="simat.exportEncoding"
            label={t('field.encoding')}
            help={t('field.encodingHelp')}
            options={simatEncodings.map((value) => ({ value, label: t(`encoding.${value}`) }))}
          />
          <SelectField
            form={form}
            name="simat.delimiter"
            label={t('field.delimiter')}
            help={t('field.delimiterHelp')}
            options={simatDelimiters.map((value) => ({ value, label: t(`delimiter.${delimiterNames[value]}`) }))}
          />
        </div>
      </Section>
      <Section title={t('simat.documents')} intro={t('simat.documentsText')}>
        <div className="grid gap-4 md:grid-cols-3">
          {identityDocuments.map(({ code, simat }) => (
            <TextField
              key={code}
              form={form}
              name={`simat.documentCodes.${code}`}
              label={kinds(code)}
              help={t('field.officialCode', { code: simat ?? t('field.noCode') })}
              placeholder={simat ?? ''}
              inputMode="numeric"
              maxLength={2}
              optional
            />
          ))}
        </div>
      </Section>
    </ActionForm>
  )
}

type DigitsProps = Pick<Parameters<typeof TextField>[0], 'label' | 'help'> & {
  form: ReturnType<typeof useActionForm<ReturnType<typeof shown>, unknown>>
  name: string
}

const Digits = (props: DigitsProps) => <TextField {...props} inputMode="numeric" maxLength={20} optional />
