'use client'

import { Keyboard } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'

const keys = [
  ['enter', ['Enter', '⇧ Enter']],
  ['tab', ['Tab', '⇧ Tab']],
  ['arrows', ['↑', '↓', '←', '→']],
  ['type', ['0–9']],
  ['codes', ['n', 'e', 't']],
  ['open', ['F2']],
  ['restore', ['Esc']],
  ['clear', ['Supr']],
  ['undo', ['Ctrl Z', 'Ctrl Y']],
  ['paste', ['Ctrl V']],
  ['fill', ['Ctrl D']],
  ['find', ['Ctrl F']],
  ['history', ['Alt H']],
  ['leave', ['Esc', 'Tab']],
] as const

export function KeyHelp() {
  const t = useTranslations('scoreGrid')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        className="grid-keys"
        icon={<Keyboard aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('keys')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('keys')} width={480}>
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
          {keys.map(([name, signs]) => (
            <div key={name} className="contents">
              <dt className="flex flex-wrap gap-1">
                {signs.map((sign) => (
                  <Kbd key={sign}>{sign}</Kbd>
                ))}
              </dt>
              <dd>{t(`key.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  )
}
