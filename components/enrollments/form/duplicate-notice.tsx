'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { SimilarList } from './similar-list'
import type { EnrollForm } from './use-enroll-form'
import type { SimilarChild } from './use-similar'

type Known = { enrollmentId?: string; studentId?: string; name?: string; candidates?: SimilarChild[] }

/** Saving was refused because the school may know this child: every way to go on from there. */
export function DuplicateNotice({ school, form }: { school: string; form: EnrollForm }) {
  const t = useTranslations('enrollments.form')
  if (form.refusal?.code !== 'duplicate') return null
  const { enrollmentId, studentId, name = '', candidates } = (form.refusal.data ?? {}) as Known
  if (enrollmentId)
    return (
      <Callout
        tone="warning"
        title={form.refusal.message}
        actions={
          <LinkButton href={`/${school}/enrollments/${enrollmentId}`} size="sm">
            {t('openThat')}
          </LinkButton>
        }
      />
    )
  if (candidates)
    return (
      <Callout
        tone="warning"
        title={t('similarTitle')}
        actions={
          <Button
            size="sm"
            variant="primary"
            loading={form.pending}
            onClick={() => form.accept(candidates.map(({ id }) => id))}
          >
            {t('isOther')}
          </Button>
        }
      >
        <p className="text-muted">{t('similarText')}</p>
        <SimilarList items={candidates} onChoose={form.choose} />
      </Callout>
    )
  if (!studentId) return null
  return (
    <Callout
      tone="warning"
      title={t('takenTitle', { name })}
      actions={
        <Button size="sm" onClick={() => form.choose(studentId)}>
          {t('takenUse', { name })}
        </Button>
      }
    />
  )
}
