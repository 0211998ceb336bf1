import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { showMinute } from '@/lib/domain/academics/timetable/rules'
import type { Lesson } from '@/lib/domain/academics/timetable/schema'

type Clash = { kind: 'group' | 'teacher' | 'room'; name: string; lessons: readonly Lesson[] }

/** Where somebody would be in two places at once, as after a course changed hands; each line leads to the group's week. */
export function ClashNotice({ clashes, path }: { clashes: readonly Clash[]; path: string }) {
  const t = useTranslations('timetable')
  if (clashes.length === 0) return null
  const called = (lesson: Lesson | undefined) => (lesson ? `${lesson.subject} ${lesson.groupCode}` : '')
  return (
    <Callout tone="warning" title={t('clashes', { count: clashes.length })} className="mb-4">
      <ul className="grid gap-1">
        {clashes.slice(0, 20).map(({ kind, name, lessons: [a, b] }) => (
          <li key={`${kind} ${a?.id} ${b?.id}`}>
            <a className="link" href={`${path}?group=${a?.classGroupId}`}>
              {t(`clash.${kind}`, {
                name,
                a: called(a),
                b: called(b),
                when: t('at', {
                  day: t(`weekday.${(a?.weekday ?? 1) as 1}`),
                  from: showMinute(Math.max(a?.startsMinute ?? 0, b?.startsMinute ?? 0)),
                }),
              })}
            </a>
          </li>
        ))}
      </ul>
    </Callout>
  )
}
