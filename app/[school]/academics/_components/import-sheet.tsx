'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Callout } from '@/components/ui/callout'
import { DropFile } from '@/components/ui/drop-file'
import { Field } from '@/components/ui/field'
import { LinkButton } from '@/components/ui/link-button'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { Spinner } from '@/components/ui/spinner'
import { toast } from '@/components/ui/toast'
import { type ImportKind, type ImportResult, importKinds } from '@/lib/domain/academics/import/schema'
import type { ActionError } from '@/lib/platform/result'
import { checkImportAction, importStructureAction } from '../actions'
import { ImportReport } from './import-report'
import { fileInBase64, MAX_IMPORT_BYTES } from './read-file'

type Props = { slug: string; schoolYearId: string; plans: { id: string; name: string }[] }
type Checked = { fileName: string; content: string; result: ImportResult }

/** Choose, look at what would happen, then take it over or mend the file. */
export function ImportSheet({ slug, schoolYearId, plans }: Props) {
  const t = useTranslations('academics')
  const router = useRouter()
  const [kind, setKind] = useState<ImportKind>(plans.length > 0 ? 'plan' : 'groups')
  const [planId, setPlanId] = useState(plans[0]?.id ?? '')
  const [checked, setChecked] = useState<Checked>()
  const [refusal, setRefusal] = useState<Pick<ActionError, 'message'>>()
  const [reading, setReading] = useState<string>()
  const { call, pending } = useCall()
  const target = { kind, schoolYearId, ...(kind === 'plan' ? { studyPlanId: planId } : {}) }
  const reset = () => {
    setChecked(undefined)
    setRefusal(undefined)
  }
  const check = async ([file]: File[]) => {
    reset()
    if (!file) return
    if (file.size > MAX_IMPORT_BYTES) return setRefusal({ message: t('import.tooLarge') })
    setReading(file.name)
    const content = await fileInBase64(file)
    const answer = await checkImportAction(slug, { ...target, fileName: file.name, content }).catch(() => undefined)
    setReading(undefined)
    if (answer?.ok) setChecked({ fileName: file.name, content, result: answer.data })
    else setRefusal(answer?.error ?? { message: t('offline') })
  }
  const run = ({ fileName, content }: Checked) =>
    call(
      () => importStructureAction(slug, { ...target, fileName, content }),
      ({ create, update }) => {
        toast({ tone: 'ok', text: t('import.done', { count: create + update }) })
        router.push(`/${slug}/academics${kind === 'plan' ? '/plans' : ''}?year=${schoolYearId}`)
      },
    )
  const template = (format: string) => `/${slug}/academics/import/template?kind=${kind}&format=${format}`
  const lacksPlan = kind === 'plan' && plans.length === 0
  return (
    <div className="grid gap-4">
      <RadioGroup
        name="kind"
        legend={t('import.kind')}
        inline
        value={kind}
        onValueChange={(value) => {
          setKind(value as ImportKind)
          reset()
        }}
        options={importKinds.map((value) => ({ value, label: t(`import.kindValue.${value}`) }))}
      />
      {kind === 'plan' && plans.length > 0 && (
        <Field name="studyPlanId" label={t('import.plan')} help={t('import.planHelp')} className="max-w-md">
          <Select
            options={plans.map(({ id, name }) => ({ value: id, label: name }))}
            value={planId}
            onChange={(event) => {
              setPlanId(event.target.value)
              reset()
            }}
          />
        </Field>
      )}
      <div className="flex flex-wrap gap-2">
        <LinkButton href={template('xlsx')} size="sm" download>
          {t('import.templateXlsx')}
        </LinkButton>
        <LinkButton href={template('csv')} size="sm" variant="ghost" download>
          {t('import.templateCsv')}
        </LinkButton>
      </div>
      {lacksPlan ? (
        <Callout tone="warning">{t('import.noDraft')}</Callout>
      ) : (
        !checked && (
          <DropFile
            name="file"
            label={t('import.drop')}
            help={t('import.dropHelp')}
            accept=".xlsx,.csv"
            disabled={reading !== undefined}
            onFiles={(files) => void check(files)}
          />
        )
      )}
      {reading && (
        <p role="status" className="flex items-center gap-2">
          <Spinner /> {t('import.checking', { file: reading })}
        </p>
      )}
      {refusal && (
        <Callout tone="danger" live>
          {refusal.message}
        </Callout>
      )}
      {checked && (
        <ImportReport
          fileName={checked.fileName}
          result={checked.result}
          pending={pending}
          onRun={() => run(checked)}
          onAnother={reset}
        />
      )}
    </div>
  )
}
