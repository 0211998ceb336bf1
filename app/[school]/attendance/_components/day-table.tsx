import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/layout/data-table'
import { placeOf } from '@/components/students/place'
import { showMinute } from '@/lib/domain/academics/timetable/rules'
import type { DayList } from '@/lib/domain/attendance/day/schema'

type DayTableProps = {
  title: string
  day: string
  lists: DayList[]
  home: string
  /** Whether somebody waits for these lists: not on a day without school. */
  expected: boolean
}

/** Lists of a day, each line leading to its roll call. */
export async function DayTable({ title, day, lists, home, expected }: DayTableProps) {
  const [t, grades] = await Promise.all([getTranslations('attendance'), getTranslations('grades')])
  return (
    <section className="grid gap-2">
      <h2 className="text-lg">{title}</h2>
      {lists.length === 0 ? (
        <p className="text-muted">{t('home.missingNone')}</p>
      ) : (
        <DataTable
          label={title}
          columns={[
            { key: 'list', header: t('home.list'), sub: 'time' },
            { key: 'teacher', header: t('home.teacher'), muted: true },
            { key: 'result', header: t('home.result'), kind: 'badge' },
          ]}
          rows={lists.map(({ classGroupId, group, gradeLevel, lesson, subject, startsMinute, teacher, taken }) => ({
            id: `${classGroupId}-${lesson}`,
            href: `${home}/${classGroupId}?day=${day}${lesson > 0 ? `&lesson=${lesson}` : ''}`,
            cells: {
              list: [placeOf(gradeLevel, group, grades), subject].filter(Boolean).join(' · '),
              time: startsMinute === null ? t('roll.day') : showMinute(startsMinute),
              teacher: taken?.by ?? teacher ?? t('home.nobody'),
              result: taken
                ? { tone: 'ok' as const, text: t('home.summary', { total: taken.total, away: taken.away }) }
                : expected
                  ? { tone: 'warning' as const, text: t('home.notTaken') }
                  : null,
            },
          }))}
        />
      )}
    </section>
  )
}
