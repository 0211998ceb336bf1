import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/card'
import { Progress } from '@/components/ui/progress'
import type { TeacherCheck } from '@/lib/domain/closing/schema'

/** Who is how far, whoever lacks most first. */
export async function TeacherProgress({ teachers }: { teachers: readonly TeacherCheck[] }) {
  const t = await getTranslations('closing')
  if (teachers.length === 0) return null
  return (
    <Section title={t('teachers')} intro={t('teachersText')}>
      <ul className="grid gap-x-8 gap-y-3 md:grid-cols-2">
        {teachers.map(({ teachers: name, courses, ready, missing }) => (
          <li key={name}>
            <Progress
              value={ready}
              max={courses}
              label={name || t('nobody')}
              text={
                missing > 0 ? t('teacherMissing', { ready, courses, missing }) : t('teacherReady', { ready, courses })
              }
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}
