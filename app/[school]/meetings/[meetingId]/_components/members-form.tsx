'use client'

import { UserPlus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import type { MeetingMember } from '@/lib/domain/meetings/schema'
import { saveMembersAction } from '../../actions'

type Staff = { userId: string; name: string; role: string }
type MembersFormProps = {
  slug: string
  meetingId: string
  version: number
  members: readonly MeetingMember[]
  staff: readonly Staff[]
}
type Line = MeetingMember & { key: number }

/** Who was there: people of the school by name, others typed. */
export function MembersForm({ slug, meetingId, version, members, staff }: MembersFormProps) {
  const t = useTranslations('meetings.members')
  const { call, pending } = useCall()
  const [seen, setSeen] = useState(version)
  const [next, setNext] = useState(members.length)
  const [lines, setLines] = useState<Line[]>(members.map((member, key) => ({ ...member, key })))
  const [kept, setKept] = useState(lines)
  const changed = lines !== kept
  const add = (member: MeetingMember) => {
    setLines([...lines, { ...member, key: next }])
    setNext(next + 1)
  }
  const change = (key: number, part: Partial<MeetingMember>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  const free = staff.filter(({ userId }) => !lines.some((line) => line.userId === userId))
  const save = () =>
    call(
      () =>
        saveMembersAction(slug, { meetingId, version: seen, members: lines.map(({ key: _, ...member }) => member) }),
      (saved) => {
        setSeen(saved.version)
        setKept(lines)
        toast({ tone: 'ok', text: t('saved') })
      },
    )
  return (
    <div className="grid gap-4">
      {lines.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ul className="grid gap-3">
        {lines.map(({ key, name, role, present, userId }) => (
          <li key={key} className="grid items-end gap-2 md:grid-cols-[1fr_1fr_auto_auto]">
            <Field name={`member-${key}-name`} label={t('name')}>
              <Input
                value={name}
                readOnly={userId !== null}
                onChange={(event) => change(key, { name: event.target.value })}
              />
            </Field>
            <Field name={`member-${key}-role`} label={t('role')}>
              <Input value={role} onChange={(event) => change(key, { role: event.target.value })} />
            </Field>
            <Checkbox
              label={t('present')}
              checked={present}
              onChange={(event) => change(key, { present: event.target.checked })}
            />
            <IconButton
              label={t('remove', { name })}
              icon={<X aria-hidden="true" />}
              onClick={() => setLines(lines.filter((line) => line.key !== key))}
            />
          </li>
        ))}
      </ul>
      <div className="grid items-center gap-3 md:grid-cols-2">
        <Field name="staff" label={t('addStaff')} help={t('staffHelp')}>
          <Combobox
            options={free.map(({ userId, name, role }) => ({ value: userId, label: name, detail: role }))}
            selected={null}
            onSelect={(option) => {
              const person = free.find(({ userId }) => userId === option?.value)
              if (person) add({ ...person, present: true })
            }}
          />
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button
            icon={<UserPlus aria-hidden="true" />}
            onClick={() => add({ userId: null, name: '', role: t('representative'), present: true })}
          >
            {t('addOther')}
          </Button>
          <Button variant={changed ? 'primary' : 'secondary'} disabled={!changed} loading={pending} onClick={save}>
            {t('save')}
          </Button>
        </div>
      </div>
    </div>
  )
}
