'use client'

import { Ellipsis, Merge, Printer, UserRoundCheck, UserRoundX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCall } from '@/components/layout/use-call'
import { Menu } from '@/components/ui/menu'
import type { MenuItem } from '@/components/ui/menu-item'
import { toast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/platform/result'

type ActivityMenuProps = {
  isActive: boolean
  version: number
  school: string
  /** The name and value of the record's id, as the action wants it. */
  record: Record<string, string>
  /** Saves with the version that was seen and answers the next one; without it there is only printing. */
  action?: (school: string, input: unknown) => Promise<ActionResult<{ version: number }>>
  /** Where the record can be made one with another one of the same person. */
  merge?: { href: string; label: string } | undefined
  texts: {
    deactivate: string
    reactivate: string
    deactivated: string
    reactivated: string
    undo: string
    print: string
  }
}

/** What a person's page offers beside editing: taking the record out of the lists and back, and printing it. */
export function ActivityMenu({ isActive, version, school, record, action, merge, texts }: ActivityMenuProps) {
  const t = useTranslations('ui')
  const { call } = useCall()
  const change = (next: boolean, seen: number, undone = false) =>
    action &&
    call(
      () => action(school, { ...record, version: seen, isActive: next }),
      (saved) =>
        toast({
          tone: 'ok',
          text: next ? texts.reactivated : texts.deactivated,
          ...(undone ? {} : { action: { label: texts.undo, onClick: () => change(!next, saved.version, true) } }),
        }),
    )
  const items: MenuItem[] = [
    ...(action
      ? [
          isActive
            ? {
                label: texts.deactivate,
                icon: <UserRoundX aria-hidden="true" />,
                onSelect: () => void change(false, version),
              }
            : {
                label: texts.reactivate,
                icon: <UserRoundCheck aria-hidden="true" />,
                onSelect: () => void change(true, version),
              },
          'line' as const,
        ]
      : []),
    ...(merge ? [{ ...merge, icon: <Merge aria-hidden="true" /> }] : []),
    { label: texts.print, icon: <Printer aria-hidden="true" />, onSelect: () => window.print() },
  ]
  return (
    <Menu label={t('moreActions')} items={items} variant="secondary" iconOnly>
      <Ellipsis aria-hidden="true" />
    </Menu>
  )
}
