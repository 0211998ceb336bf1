'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { LinkButton } from '@/components/ui/link-button'
import type { DuplicateStudent } from '@/lib/domain/students/schema'
import { showDay } from '@/lib/shared/dates'
import { showDocument } from '@/lib/shared/documents-id'

type DuplicateNoticeProps = {
  school: string
  candidates: DuplicateStudent[]
  /** The student who has this very document. */
  takenBy?: string
  accepted: boolean
  onAccept: (accepted: boolean) => void
}

/** Who may be the same child, to compare before a second record is made. */
export function DuplicateNotice({ school, candidates, takenBy, accepted, onAccept }: DuplicateNoticeProps) {
  const t = useTranslations('students')
  const path = `/${school}/students`
  if (takenBy) {
    return (
      <Callout
        tone="warning"
        actions={
          <LinkButton href={`${path}/${takenBy}`} size="sm">
            {t('form.openExisting')}
          </LinkButton>
        }
      >
        {t('form.takenText')}
      </Callout>
    )
  }
  return (
    <Callout tone="warning">
      <p>{t('form.similarText')}</p>
      <ul className="my-3 grid gap-2">
        {candidates.map((student) => (
          <li key={student.id} className="rounded border border-border bg-surface px-3 py-2 text-text">
            <Link href={`${path}/${student.id}`} target="_blank" className="font-medium underline underline-offset-3">
              {student.fullName}
            </Link>
            <span className="nums block text-sm text-muted">
              {[
                showDocument(student.documentType, student.documentNumber),
                student.birthDate && t('form.born', { day: showDay(student.birthDate) }),
                !student.isActive && t('list.inactive'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span className="block text-sm">{t(`duplicate.${student.reason}`)}</span>
          </li>
        ))}
      </ul>
      <Checkbox
        name="acceptDuplicate"
        label={t('form.isOther')}
        checked={accepted}
        onChange={(event) => onAccept(event.target.checked)}
      />
    </Callout>
  )
}
