'use client'

import { Ellipsis, FileSpreadsheet, FileText, Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Menu } from '@/components/ui/menu'

type File = { href: string; label: string }

export function ListMenu({ excel, csv, print }: { excel: File; csv: File; print: string }) {
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
      ]}
    >
      <Ellipsis aria-hidden="true" />
    </Menu>
  )
}
