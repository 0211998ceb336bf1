import { FileSpreadsheet, FileText, Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MenuItem } from '@/components/ui/menu-item'

/** What can be done with a whole list: taken along as a file, whose address is `href`, and printed. */
export function useFileItems(href: string | undefined): MenuItem[] {
  const t = useTranslations('ui.file')
  if (!href) return []
  const as = (format: string) => `${href}${href.includes('?') ? '&' : '?'}format=${format}`
  return [
    { label: t('excel'), href: as('xlsx'), download: true, icon: <FileSpreadsheet aria-hidden="true" /> },
    { label: t('csv'), href: as('csv'), download: true, icon: <FileText aria-hidden="true" /> },
    { label: t('print'), icon: <Printer aria-hidden="true" />, onSelect: () => window.print() },
  ]
}
