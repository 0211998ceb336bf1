'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'

/** Opens the form of a grade that the plan does not have yet. */
export function AddGrade({ path, grades }: { path: string; grades: { value: string; label: string }[] }) {
  const t = useTranslations('academics')
  const router = useRouter()
  const [grade, setGrade] = useState(grades[0]?.value ?? '')
  const id = useId()
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        router.push(`${path}/${grade}`)
      }}
    >
      <div>
        <label htmlFor={id} className="mb-1 block font-medium">
          {t('plans.addGrade')}
        </label>
        <Select id={id} options={grades} value={grade} onChange={(event) => setGrade(event.target.value)} />
      </div>
      <Button type="submit">{t('plans.addGradeGo')}</Button>
    </form>
  )
}
