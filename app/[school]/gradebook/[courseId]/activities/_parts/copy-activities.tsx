'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { toast } from '@/components/ui/toast'
import { copyActivitiesAction } from '../../../actions'

type CopyActivitiesProps = {
  school: string
  at: { courseId: string; periodId: string }
  courses: readonly { courseId: string; groupCode: string; activities: number }[]
}

/** The same activities for the parallel groups. */
export function CopyActivities({ school, at, courses }: CopyActivitiesProps) {
  const t = useTranslations('activityForms')
  const router = useRouter()
  const { call, pending } = useCall()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const copy = () =>
    call(
      () => copyActivitiesAction(school, { ...at, toCourseIds: chosen }),
      ({ courses: done }) => {
        const created = done.reduce((sum, course) => sum + course.created, 0)
        const skipped = done.reduce((sum, course) => sum + course.skipped, 0)
        setChosen([])
        toast({
          tone: 'ok',
          text: t('copied', { created }),
          ...(skipped ? { detail: t('copySkipped', { skipped }) } : {}),
        })
        router.refresh()
      },
    )
  return (
    <Section title={t('copy')} intro={t('copyIntro')}>
      <div className="grid gap-2">
        {courses.map(({ courseId, groupCode, activities }) => (
          <Checkbox
            key={courseId}
            label={t('copyTo', { group: groupCode, count: activities })}
            checked={chosen.includes(courseId)}
            onChange={(event) =>
              setChosen((before) =>
                event.target.checked ? [...before, courseId] : before.filter((id) => id !== courseId),
              )
            }
          />
        ))}
        <Button className="justify-self-start" loading={pending} disabled={chosen.length === 0} onClick={copy}>
          {t('copyDo', { count: chosen.length })}
        </Button>
      </div>
    </Section>
  )
}
