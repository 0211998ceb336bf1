'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import type { ActionError } from '@/lib/platform/result'
import { SimilarList } from './similar-list'
import type { EnrollForm } from './use-enroll-form'
import type { SimilarChild } from './use-similar'

type Known = { enrollmentId?: string; studentId?: string; name?: string; candidates?: SimilarChild[] }

type DuplicateNoticeProps = { school: string; form: EnrollForm; refusal: ActionError }

/** Saving was refused because the school may know this child: every way to go on from there. */
export function DuplicateNotice({ school, form, refusal }: DuplicateNoticeProps) {
  const t = useTranslations('enrollments.form')
  const { enrollmentId, studentId, name = '', candidates } = (refusal.data ?? {}) as Known
  if (enrollmentId)
    return (
      <Callout
        tone="warning"
        title={refusal.message}
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
