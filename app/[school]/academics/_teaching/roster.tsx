'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Section } from '@/components/ui/card'
import { Menu } from '@/components/ui/menu'
import type { Option } from '@/components/ui/select'
import { Table } from '@/components/ui/table'
import type { GroupStudent } from '@/lib/domain/academics/placements/schema'
import { showDay } from '@/lib/shared/dates'
import { showDocument } from '@/lib/shared/documents-id'
import { MoveDialog } from './move-dialog'
import { TakeOutDialog } from './take-out-dialog'

type Listed = GroupStudent & { statusLabel: string }
export type RosterGroup = { id: string; name: string; startsOn: string; endsOn: string }

type Props = {
  school: string
  group: RosterGroup
  students: readonly Listed[]
  former: readonly GroupStudent[]
  /** Groups of the same grade. */
  others: readonly Option[]
  writes: boolean
}

/** Who sits in the group, and below who did. */
export function Roster({ school, group, students, former, others, writes }: Props) {
  const t = useTranslations('placements')
  const [asked, setAsked] = useState<{ what: 'move' | 'out'; student: Listed } | null>(null)
  const close = () => setAsked(null)
  const link = ({ studentId, fullName }: GroupStudent) => (
    <a className="link" href={`/${school}/students/${studentId}`}>
      {fullName}
    </a>
  )
  return (
    <>
      {students.length > 0 && (
        <Table caption={t('list', { group: group.name })}>
          <thead>
            <tr>
              <th scope="col" data-kind="number">
                {t('number')}
              </th>
              <th scope="col">{t('student')}</th>
              <th scope="col" className="max-md:hidden">
                {t('document')}
              </th>
              <th scope="col" className="max-md:hidden">
                {t('status')}
              </th>
              <th scope="col" className="max-md:hidden">
                {t('since')}
              </th>
              {writes && (
                <th scope="col">
                  <span className="sr-only">{t('actions')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {students.map((student, index) => (
              <tr key={student.enrollmentId}>
                <td data-kind="number" className="text-muted">
                  {index + 1}
                </td>
                <th scope="row">{link(student)}</th>
                <td className="nums max-md:hidden">{showDocument(student.documentType, student.documentNumber)}</td>
                <td className="max-md:hidden">{student.statusLabel}</td>
                <td className="nums max-md:hidden">{showDay(student.validFrom)}</td>
                {writes && (
                  <td className="text-right" data-print="hide">
                    <Menu
                      label={`${t('actions')}: ${student.fullName}`}
                      iconOnly
                      items={[
                        ...(others.length > 0
                          ? [{ label: t('move'), onSelect: () => setAsked({ what: 'move', student }) }]
                          : []),
                        { label: t('takeOut'), onSelect: () => setAsked({ what: 'out', student }) },
                      ]}
                    >
                      ⋯
                    </Menu>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {former.length > 0 && (
        <Section title={t('former')} bare>
          <Table caption={t('former')} stack>
            <thead>
              <tr>
                <th scope="col">{t('student')}</th>
                <th scope="col">{t('since')}</th>
                <th scope="col">{t('until')}</th>
                <th scope="col">{t('why')}</th>
              </tr>
            </thead>
            <tbody>
              {former.map((student) => (
                <tr key={`${student.enrollmentId} ${student.validFrom}`}>
                  <th scope="row">{link(student)}</th>
                  <td className="nums" data-label={t('since')}>
                    {showDay(student.validFrom)}
                  </td>
                  <td className="nums" data-label={t('until')}>
                    {student.validTo && showDay(student.validTo)}
                  </td>
                  <td className="text-muted" data-label={t('why')}>
                    {student.reason}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Section>
      )}
      {asked?.what === 'move' && (
        <MoveDialog school={school} group={group} student={asked.student} others={others} onClose={close} />
      )}
      {asked?.what === 'out' && <TakeOutDialog school={school} group={group} student={asked.student} onClose={close} />}
    </>
  )
}
