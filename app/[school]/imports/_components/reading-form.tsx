'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { csvEncodings, existingChoices, type ImportDetail } from '@/lib/domain/imports/schema'
import { useAdjust } from './use-adjust'

const separatorNames = { ';': 'semicolon', ',': 'comma', '\t': 'tab' } as const
type Separator = keyof typeof separatorNames

type Props = { slug: string; batch: ImportDetail; csv: boolean }

/** How the file is read, and what becomes of who is in the school already. */
export function ReadingForm({ slug, batch, csv }: Props) {
  const t = useTranslations('imports')
  const { settings } = batch
  const [encoding, setEncoding] = useState(settings?.encoding ?? 'utf-8')
  const [separator, setSeparator] = useState<Separator>(settings?.separator ?? ';')
  const [headingRow, setHeadingRow] = useState(String(settings?.headingRow ?? 1))
  const [existing, setExisting] = useState(settings?.existing ?? 'keep')
  const { adjust, pending } = useAdjust(slug, batch)
  const row = Number(headingRow)
  const apply = () =>
    adjust({
      existing,
      ...(csv && encoding !== settings?.encoding ? { encoding } : {}),
      ...(csv && separator !== settings?.separator ? { separator } : {}),
      ...(Number.isInteger(row) && row > 0 && row !== settings?.headingRow ? { headingRow: row } : {}),
    })
  return (
    <Section title={t('page.reading2')}>
      <div className="grid max-w-3xl gap-5">
        <RadioGroup
          name="existing"
          legend={t('page.existing')}
          help={t('page.keepHelp')}
          value={existing}
          onValueChange={(value) => setExisting(value as typeof existing)}
          options={existingChoices.map((value) => ({ value, label: t(`page.${value}`) }))}
        />
        <div className="grid gap-4 sm:grid-cols-3">
          {csv && (
            <>
              <Field name="encoding" label={t('page.encoding')}>
                <Select
                  options={csvEncodings.map((value) => ({ value, label: value }))}
                  value={encoding}
                  onChange={(event) => setEncoding(event.target.value as typeof encoding)}
                />
              </Field>
              <Field name="separator" label={t('page.separator')}>
                <Select
                  options={Object.entries(separatorNames).map(([value, name]) => ({ value, label: t(`page.${name}`) }))}
                  value={separator}
                  onChange={(event) => setSeparator(event.target.value as Separator)}
                />
              </Field>
            </>
          )}
          <Field name="headingRow" label={t('page.headingRow')}>
            <Input inputMode="numeric" value={headingRow} onChange={(event) => setHeadingRow(event.target.value)} />
          </Field>
        </div>
        <div>
          <Button loading={pending} onClick={apply}>
            {t('page.apply')}
          </Button>
        </div>
      </div>
    </Section>
  )
}
