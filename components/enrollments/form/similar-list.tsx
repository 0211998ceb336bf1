'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { showDay } from '@/lib/shared/dates'
import { showDocument } from '@/lib/shared/documents-id'
import type { SimilarChild } from './use-similar'

type SimilarListProps = { items: readonly SimilarChild[]; onChoose: (studentId: string) => void }

/** Children who may be meant, and why the program thinks so. */
export function SimilarList({ items, onChoose }: SimilarListProps) {
  const t = useTranslations('enrollments.form')
  const reasons = useTranslations('students.duplicate')
  return (
    <ul className="mt-1 grid gap-2">
      {items.map((child) => (
        <li key={child.id} className="flex flex-wrap items-center justify-between gap-2">
          <span className="min-w-0">
            <span className="font-medium">{child.fullName}</span>
            <span className="nums block text-sm text-muted">
              {showDocument(child.documentType, child.documentNumber)}
              {child.birthDate && ` · ${t('born', { date: showDay(child.birthDate) })}`} · {reasons(child.reason)}
            </span>
          </span>
          <Button size="sm" onClick={() => onChoose(child.id)}>
            {t('isThis')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
