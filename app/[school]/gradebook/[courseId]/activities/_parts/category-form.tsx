'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { saveCategoriesAction } from '../../../actions'

type Category = { id: string; name: string; weight: string }
type CategoryFormProps = {
  school: string
  at: { courseId: string; periodId: string }
  categories: readonly Category[]
  /** The school weighs by categories; else they only group. */
  used: boolean
}

export function CategoryForm({ school, at, categories, used }: CategoryFormProps) {
  const t = useTranslations('activityForms')
  const router = useRouter()
  const { call, pending } = useCall()
  const [rows, setRows] = useState<(Omit<Category, 'id'> & { id: string | null; key: number })[]>(() =>
    categories.map((row, key) => ({ ...row, key })),
  )
  const change = (key: number, over: object) =>
    setRows((all) => all.map((row) => (row.key === key ? { ...row, ...over } : row)))
  const save = () =>
    call(
      () =>
        saveCategoriesAction(school, {
          ...at,
          categories: rows.map(({ id, name, weight }) => ({ ...(id ? { categoryId: id } : {}), name, weight })),
        }),
      ({ categories: saved }) => {
        setRows(saved.map((row, key) => ({ ...row, key })))
        toast({ tone: 'ok', text: t('categoriesSaved') })
        router.refresh()
      },
    )
  return (
    <Section title={t('categories')} intro={t(used ? 'categoriesUsed' : 'categoriesUnused')}>
      <div className="grid gap-3">
        {rows.map(({ key, name, weight }, index) => (
          <div key={key} className="grid grid-cols-[1fr_6rem_auto] items-center gap-2">
            <Input
              aria-label={t('categoryName', { number: index + 1 })}
              value={name}
              maxLength={100}
              onChange={(event) => change(key, { name: event.target.value })}
            />
            <Input
              aria-label={t('categoryWeight', { number: index + 1 })}
              value={weight}
              inputMode="decimal"
              onChange={(event) => change(key, { weight: event.target.value })}
            />
            <IconButton
              label={t('categoryRemove', { number: index + 1 })}
              icon={<Trash2 aria-hidden="true" />}
              onClick={() => setRows((all) => all.filter((row) => row.key !== key))}
            />
          </div>
        ))}
        <div className="flex flex-wrap gap-2">
          <Button
            icon={<Plus aria-hidden="true" />}
            onClick={() => setRows((all) => [...all, { id: null, key: Date.now(), name: '', weight: '' }])}
          >
            {t('categoryAdd')}
          </Button>
          {(rows.length > 0 || categories.length > 0) && (
            <Button variant="primary" loading={pending} onClick={save}>
              {t('categoriesSave')}
            </Button>
          )}
        </div>
      </div>
    </Section>
  )
}
