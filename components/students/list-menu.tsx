'use client'

import { Ellipsis, FileSpreadsheet, FileText, Printer, Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Menu } from '@/components/ui/menu'

type File = { href: string; label: string }
type ListMenuProps = { excel: File; csv: File; print: string; bring?: File | undefined }

/** What can be done with the whole list: taken along, printed, and added to from a file. */
export function ListMenu({ excel, csv, print, bring }: ListMenuProps) {
  const t = useTranslations('ui')
  return (
    <Menu
      label={t('moreActions')}
      variant="secondary"
      iconOnly
      items={[
        { ...excel, icon: <FileSpreadsheet aria-hidden="true" />, download: true },
        { ...csv, icon: <FileText aria-hidden="true" />, download: true },
        'line',
        { label: print, icon: <Printer aria-hidden="true" />, onSelect: () => window.print() },
        ...(bring ? (['line', { ...bring, icon: <Upload aria-hidden="true" /> }] as const) : []),
      ]}
    >
      <Ellipsis aria-hidden="true" />
    </Menu>
  )
}
