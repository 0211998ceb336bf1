'use client'

import { Ellipsis, ListOrdered } from 'lucide-react'
import { useCall } from '@/components/layout/use-call'
import { useFileItems } from '@/components/layout/use-file-items'
import { Menu } from '@/components/ui/menu'
import { toast } from '@/components/ui/toast'
import { updateSheetSettingsAction } from '../actions'

type SheetMenuProps = {
  /** Address of the file. */
  file: string
  texts: { more: string; ranking?: string; saved?: string }
  /** Whether places are shown, for who may change that. */
  ranking?: { school: string; version: number; shown: boolean }
}

export function SheetMenu({ file, texts, ranking }: SheetMenuProps) {
  const { call } = useCall()
  const files = useFileItems(file)
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
        ...files,
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
