'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { announceJob } from '@/components/layout/running-jobs'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { DropFile } from '@/components/ui/drop-file'
import { Field } from '@/components/ui/field'
import { LinkButton } from '@/components/ui/link-button'
import { Progress } from '@/components/ui/progress'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import type { ImportKind } from '@/lib/domain/imports/schema'
import { sendFile, type Target } from './send-file'

type Props = {
  slug: string
  kinds: ImportKind[]
  kind: ImportKind
  years: { id: string; name: string; isActive: boolean }[]
  period: { id: string; name: string } | null
  courses: { id: string; name: string }[]
  course?: string | undefined
}

/** What the file holds and where it goes; choosing it sends it. */
export function ImportForm({ slug, kinds, kind: first, years, period, courses, course }: Props) {
  const t = useTranslations('imports')
  const router = useRouter()
  const [kind, setKind] = useState(first)
  const [yearId, setYearId] = useState(years.find(({ isActive }) => isActive)?.id ?? years[0]?.id ?? '')
  const [courseId, setCourseId] = useState(courses.find(({ id }) => id === course)?.id ?? courses[0]?.id ?? '')
  const [sending, setSending] = useState<{ file: string; part: number }>()
  const [refusal, setRefusal] = useState<string>()
  const target: Target =
    kind === 'students'
      ? yearId
        ? { schoolYearId: yearId }
        : {}
      : kind === 'scores' && period
        ? { courseId, periodId: period.id }
        : {}
  const lacksCourse = kind === 'scores' && courses.length === 0
  const send = async ([file]: File[]) => {
    if (!file) return
    setRefusal(undefined)
    setSending({ file: file.name, part: 0 })
    const sent = await sendFile(slug, { kind, target, file }, (part) => setSending({ file: file.name, part }))
    if (sent.ok) {
      announceJob()
      router.push(`/${slug}/imports/${sent.importId}`)
      return
    }
    setSending(undefined)
    setRefusal('message' in sent ? sent.message : t(`form.${sent.fault}`, { file: file.name }))
  }
  const template = (format: string) =>
    `/${slug}/imports/template?${new URLSearchParams({ kind, format, ...(kind === 'scores' && period ? { courseId, periodId: period.id } : {}) })}`
  return (
    <Card className="form-width">
      <div className="grid gap-5">
        <RadioGroup
          name="kind"
          legend={t('form.kind')}
          value={kind}
          onValueChange={(value) => {
            setKind(value as ImportKind)
            setRefusal(undefined)
          }}
          options={kinds.map((value) => ({ value, label: t(`kind.${value}`), help: t(`kindHelp.${value}`) }))}
        />
        {kind === 'students' && (
          <Field name="year" label={t('form.year')} help={t('form.yearHelp')}>
            <Select
              options={[
                ...years.map(({ id, name }) => ({ value: id, label: name })),
                { value: '', label: t('form.noYear') },
              ]}
              value={yearId}
              onChange={(event) => setYearId(event.target.value)}
            />
          </Field>
        )}
        {lacksCourse && <Callout tone="warning">{t('form.noCourses')}</Callout>}
        {kind === 'scores' && !lacksCourse && (
          <Field name="course" label={t('form.course')} help={period?.name}>
            <Select
              options={courses.map(({ id, name }) => ({ value: id, label: name }))}
              value={courseId}
              onChange={(event) => setCourseId(event.target.value)}
            />
          </Field>
        )}
        {!lacksCourse && (
          <>
            <div className="flex flex-wrap gap-2">
              <LinkButton href={template('xlsx')} size="sm" download>
                {t('template.xlsx')}
              </LinkButton>
              <LinkButton href={template('csv')} size="sm" variant="ghost" download>
                {t('template.csv')}
              </LinkButton>
            </div>
            <DropFile
              name="file"
              label={t('form.drop')}
              help={t('form.dropHelp')}
              accept=".xlsx,.csv,.txt"
              disabled={sending !== undefined}
              onFiles={(files) => void send(files)}
            />
          </>
        )}
        {sending && (
          <div role="status">
            <Progress
              label={t('form.sending', { file: sending.file })}
              value={Math.round(sending.part * 100)}
              max={100}
              text={`${Math.round(sending.part * 100)} %`}
            />
          </div>
        )}
        {refusal && (
          <Callout tone="danger" live>
            {refusal}
          </Callout>
        )}
      </div>
    </Card>
  )
}
