'use client'

import { Ellipsis, Mail, Phone } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { Menu } from '@/components/ui/menu'
import type { MenuItem } from '@/components/ui/menu-item'
import type { Option } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import type { FamilyMember } from '@/lib/domain/guardians/schema'
import type { ActionResult } from '@/lib/platform/result'
import { showPhone } from '@/lib/shared/phone'

const LinkDialog = dynamic(() => import('./link-dialog').then((module) => module.LinkDialog), { loading: () => null })

type Call<T> = (school: string, input: unknown) => Promise<ActionResult<T>>
export type Removed = LinkState & { guardianId: string; name: string }
type LinkState = Pick<FamilyMember, 'relationship' | 'isPrimary' | 'priority' | 'canPickup' | 'isEmergencyContact'>

export type FamilyActions = {
  update: Call<unknown>
  unlink: Call<Removed>
  link: Call<unknown>
}

type FamilyListProps = {
  school: string
  studentId: string
  members: (LinkState &
    Pick<FamilyMember, 'guardianId' | 'phone' | 'email' | 'isActive'> & {
      name: string
      /** First name and surname, for the two letters. */
      short: string
    })[]
  relationships: Option[]
  /** Without them the list can only be read. */
  actions?: FamilyActions
}

export function FamilyList({ school, studentId, members, relationships, actions }: FamilyListProps) {
  const t = useTranslations('guardians')
  const { call } = useCall()
  const [edited, setEdited] = useState<string>()
  const editing = members.find((member) => member.guardianId === edited)

  function menuOf(member: FamilyListProps['members'][number], index: number, to: FamilyActions): MenuItem[] {
    const { guardianId } = member
    const change = (flags: object) => call(() => to.update(school, { studentId, guardianId, ...flags }))
    const unlink = () =>
      call(
        () => to.unlink(school, { studentId, guardianId }),
        ({ name, ...was }) =>
          toast({
            tone: 'ok',
            text: t('family.unlinked', { name }),
            action: { label: t('family.undo'), onClick: () => call(() => to.link(school, { studentId, ...was })) },
          }),
      )
    return [
      { label: t('family.edit'), onSelect: () => setEdited(guardianId) },
      ...(member.isPrimary ? [] : [{ label: t('family.makePrimary'), onSelect: () => change({ isPrimary: true }) }]),
      ...(index > 0 ? [{ label: t('family.moveUp'), onSelect: () => change({ priority: index }) }] : []),
      ...(index < members.length - 1
        ? [{ label: t('family.moveDown'), onSelect: () => change({ priority: index + 2 }) }]
        : []),
      'line',
      { label: t('family.unlink'), tone: 'danger', onSelect: unlink },
    ]
  }

  return (
    <>
      <ol className="card divide-y divide-border">
        {members.map((member, index) => (
          <li key={member.guardianId} className="flex items-start gap-3 px-4 py-3">
            <Avatar name={member.short} />
            <div className="grid min-w-0 flex-1 gap-x-6 gap-y-1 md:grid-cols-[minmax(0,1fr)_auto]">
              <div className="min-w-0">
                <Link
                  href={`/${school}/guardians/${member.guardianId}`}
                  className="font-medium underline-offset-3 hover:underline"
                >
                  {member.name}
                </Link>
                <p className="text-muted">
                  {relationships.find(({ value }) => value === member.relationship)?.label ?? member.relationship}
                </p>
              </div>
              <Contact phone={member.phone} email={member.email} none={t('family.noPhone')} />
              <div className="flex flex-wrap gap-1.5 md:col-span-2">
                {member.isPrimary && <Badge tone="accent">{t('family.primary')}</Badge>}
                {member.canPickup && <Badge>{t('family.pickup')}</Badge>}
                {member.isEmergencyContact && <Badge>{t('family.emergency')}</Badge>}
                {!member.isActive && <Badge tone="warning">{t('family.inactive')}</Badge>}
              </div>
            </div>
            {actions && (
              <Menu
                label={t('family.menu', { name: member.name })}
                items={menuOf(member, index, actions)}
                iconOnly
                size="sm"
              >
                <Ellipsis aria-hidden="true" />
              </Menu>
            )}
          </li>
        ))}
      </ol>
      {editing && actions && (
        <LinkDialog
          school={school}
          studentId={studentId}
          member={editing}
          relationships={relationships}
          action={actions.update}
          close={() => setEdited(undefined)}
        />
      )}
    </>
  )
}

function Contact({ phone, email, none }: { phone: string | null; email: string | null; none: string }) {
  return (
    <div className="nums grid content-start gap-0.5 text-muted md:justify-items-end">
      {phone ? (
        <a href={`tel:${phone}`} className="inline-flex min-h-6 items-center gap-1.5 hover:text-text">
          <Phone aria-hidden="true" className="size-3.5" />
          {showPhone(phone)}
        </a>
      ) : (
        <span>{none}</span>
      )}
      {email && (
        <a href={`mailto:${email}`} className="inline-flex min-h-6 min-w-0 items-center gap-1.5 hover:text-text">
          <Mail aria-hidden="true" className="size-3.5 flex-none" />
          <span className="truncate">{email}</span>
        </a>
      )}
    </div>
  )
}
