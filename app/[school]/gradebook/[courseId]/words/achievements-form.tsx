'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { IconButton } from '@/components/ui/icon-button'
import { Textarea } from '@/components/ui/textarea'
import { toast } from '@/components/ui/toast'
import { saveAchievementsAction } from '../../actions'

type Achievement = { id: string; text: string; version: number }
type AchievementsFormProps = {
  school: string
  at: { courseId: string; periodId: string }
  achievements: readonly Achievement[]
  writes: boolean
}

/** What the group was to reach in the period; the boletín prints it for every student. */
export function AchievementsForm({ school, at, achievements, writes }: AchievementsFormProps) {
  const t = useTranslations('words')
  const router = useRouter()
  const { call, pending } = useCall()
  const [rows, setRows] = useState<{ key: number; id?: string; version?: number; text: string }[]>(() =>
    achievements.map((row, key) => ({ ...row, key })),
  )
  if (!writes && achievements.length === 0) return null
  const save = () =>
    call(
      () =>
        saveAchievementsAction(school, {
          ...at,
          items: rows
            .filter(({ text }) => text.trim() !== '')
            .map(({ id, version, text }) => ({ ...(id ? { achievementId: id, version } : {}), text })),
        }),
      () => {
        toast({ tone: 'ok', text: t('achievementsSaved') })
        router.refresh()
      },
    )
  return (
    <div className="mb-6">
      <Section title={t('achievements')} intro={t('achievementsIntro')}>
        <div className="grid gap-2">
          {rows.map(({ key, text }, index) =>
            writes ? (
              <div key={key} className="flex items-start gap-2">
                <Textarea
                  className="flex-1"
                  rows={2}
                  maxLength={1000}
                  aria-label={t('achievement', { number: index + 1 })}
                  value={text}
                  onChange={(event) =>
                    setRows((all) => all.map((row) => (row.key === key ? { ...row, text: event.target.value } : row)))
                  }
                />
                <IconButton
                  label={t('achievementRemove', { number: index + 1 })}
                  icon={<Trash2 aria-hidden="true" />}
                  onClick={() => setRows((all) => all.filter((row) => row.key !== key))}
                />
              </div>
            ) : (
              <p key={key}>{text}</p>
            ),
          )}
          {writes && (
            <div className="flex flex-wrap gap-2">
              <Button
                icon={<Plus aria-hidden="true" />}
                onClick={() => setRows((all) => [...all, { key: Date.now(), text: '' }])}
              >
                {t('achievementAdd')}
              </Button>
              {(rows.length > 0 || achievements.length > 0) && (
                <Button variant="primary" loading={pending} onClick={save}>
                  {t('achievementsSave')}
                </Button>
              )}
            </div>
          )}
        </div>
      </Section>
    </div>
  )
}
