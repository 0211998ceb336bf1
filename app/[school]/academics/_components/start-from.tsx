'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import type { GradeValues } from './grade-values'

type Other = { level: string; name: string; values: GradeValues }

/** Brings another grade's hours into the form; nothing is saved until the person saves. */
export function StartFrom({ others, onBring }: { others: Other[]; onBring: (values: GradeValues) => void }) {
  const t = useTranslations('academics')
  const [chosen, setChosen] = useState(others.at(-1)?.level ?? '')
  const id = useId()
  const bring = () => {
    const other = others.find(({ level }) => level === chosen)
    if (!other) return
    onBring(other.values)
    toast({ tone: 'info', text: t('grade.fromDone', { grade: other.name }) })
  }
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {t('grade.from')}
      </label>
      <div className="flex gap-2">
        <Select
          id={id}
          options={others.map(({ level, name }) => ({ value: level, label: name }))}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        />
        <Button onClick={bring}>{t('grade.fromGo')}</Button>
      </div>
    </div>
  )
}
