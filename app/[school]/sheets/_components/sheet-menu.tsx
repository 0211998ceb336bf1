'use client'

import { Ellipsis, FileSpreadsheet, ListOrdered, Printer } from 'lucide-react'
import { useCall } from '@/components/layout/use-call'
import { Menu } from '@/components/ui/menu'
import { toast } from '@/components/ui/toast'
import { updateSheetSettingsAction } from '../actions'

type SheetMenuProps = {
  /** Address of the .xlsx. */
  href: string
  texts: { more: string; excel: string; print: string; ranking?: string; saved?: string }
  /** Whether places are shown, for who may change that. */
  ranking?: { school: string; version: number; shown: boolean }
}

export function SheetMenu({ href, texts, ranking }: SheetMenuProps) {
  const { call } = useCall()
  const change = ({ school, version, shown }: NonNullable<SheetMenuProps['ranking']>) =>
    call(
      () => updateSheetSettingsAction(school, { version, ranking: !shown }),
      () => toast({ tone: 'ok', text: texts.saved ?? '' }),
    )
  return (
    <Menu
      label={texts.more}
      variant="secondary"
      iconOnly
      items={[
        { label: texts.excel, href, icon: <FileSpreadsheet aria-hidden="true" />, download: true },
        { label: texts.print, icon: <Printer aria-hidden="true" />, onSelect: () => window.print() },
        ...(ranking && texts.ranking
          ? [
              'line' as const,
              { label: texts.ranking, icon: <ListOrdered aria-hidden="true" />, onSelect: () => change(ranking) },
            ]
          : []),
      ]}
    >
      <Ellipsis aria-hidden="true" />
    </Menu>
  )
}
