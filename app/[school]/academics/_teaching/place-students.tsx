'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { DateField } from '@/components/ui/date-field'
import { Field } from '@/components/ui/field'
import { toast } from '@/components/ui/toast'
import { placeStudentsAction } from './actions'

type Waiting = { enrollmentId: string; fullName: string; status: string; groupCode: string | null }

type Props = {
  school: string
  group: { id: string; name: string; code: string; capacity: number | null; students: number }
  waiting: readonly Waiting[]
  first: string
  min: string
}

/** Who was enrolled for this group is chosen already. */
export function PlaceStudents({ school, group, waiting, first, min }: Props) {
  const t = useTranslations('placements')
  const { call, pending } = useCall()
  const meant = waiting.filter(({ groupCode }) => groupCode === group.code).map(({ enrollmentId }) => enrollmentId)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set(meant))
  const [day, setDay] = useState(first)
  const chosen = waiting.filter(({ enrollmentId }) => picked.has(enrollmentId))
  const after = group.students + chosen.length
  const toggle = (id: string, on: boolean) =>
    setPicked((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)))
  const place = () =>
    call(
      () =>
        placeStudentsAction(school, {
          classGroupId: group.id,
          enrollmentIds: chosen.map(({ enrollmentId }) => enrollmentId),
          validFrom: day,
        }),
      ({ placed }) => toast({ tone: 'ok', text: t('placed', { count: placed, group: group.name }) }),
    )
  return (
    <div className="grid gap-4">
      <Checkbox
        label={t('all')}
        checked={chosen.length === waiting.length}
        onChange={(event) => setPicked(new Set(event.target.checked ? waiting.map((one) => one.enrollmentId) : []))}
      />
      <ul className="grid gap-1 border-t border-border pt-3 sm:grid-cols-2">
        {waiting.map(({ enrollmentId, fullName, status, groupCode }) => (
          <li key={enrollmentId}>
            <Checkbox
              label={fullName}
              help={groupCode ? `${status} · ${t('named', { group: groupCode })}` : status}
              checked={picked.has(enrollmentId)}
              onChange={(event) => toggle(enrollmentId, event.target.checked)}
            />
          </li>
        ))}
      </ul>
      {group.capacity !== null && after > group.capacity && chosen.length > 0 && (
        <p className="text-warning" aria-live="polite">
          {t('wouldBe', { students: after, capacity: group.capacity })}
        </p>
      )}
      <div className="flex flex-wrap items-end gap-3">
        <Field name="validFrom" label={t('firstDay')}>
          <DateField value={day} onValueChange={setDay} min={min} max={first} />
        </Field>
        <Button variant="primary" disabled={chosen.length === 0} loading={pending} onClick={place}>
          {t('place', { count: chosen.length, group: group.name })}
        </Button>
      </div>
    </div>
  )
}
