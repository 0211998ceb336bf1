'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { MarksList, type MarkTexts } from '@/components/evaluation/marks-list'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { StudentMarks } from '@/lib/domain/evaluation/results/student/schema'

type Props = { studentId: string; name: string; texts: MarkTexts }
type Answer = { state: 'closed' } | { state: 'loading' } | { state: 'failed' } | { state: 'ready'; marks: StudentMarks }

/** A child's published marks, read when they are asked for; each opens the way to it. */
export function OwnMarks({ studentId, name, texts }: Props) {
  const t = useTranslations('explanation')
  const [answer, setAnswer] = useState<Answer>({ state: 'closed' })
  const load = async () => {
    setAnswer({ state: 'loading' })
    const response = await fetch(`/api/v1/family/students/${studentId}/marks`).catch(() => null)
    const marks = response?.ok ? ((await response.json()) as StudentMarks) : null
    setAnswer(marks ? { state: 'ready', marks } : { state: 'failed' })
  }
  if (answer.state === 'closed' || answer.state === 'loading')
    return (
      <div>
        <Button onClick={load} loading={answer.state === 'loading'} aria-label={`${t('family.see')}: ${name}`}>
          {t('family.see')}
        </Button>
      </div>
    )
  if (answer.state === 'failed')
    return (
      <Callout tone="danger" live actions={<Button onClick={load}>{t('again')}</Button>}>
        {t('family.failed')}
      </Callout>
    )
  const { areas, periods, enrollmentId } = answer.marks
  if (!enrollmentId || areas.length === 0) return <p className="text-muted">{t('family.none')}</p>
  return (
    <section className="grid gap-3" aria-label={t('family.of', { name })}>
      <p className="text-sm text-muted">{t('help')}</p>
      <MarksList areas={areas} periods={periods} enrollmentId={enrollmentId} texts={texts} door="family" />
    </section>
  )
}
