'use client'

import { Check } from 'lucide-react'
import Link from 'next/link'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import type { MenuItem } from './menu-item'

export type MenuContentProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  trigger: ReactNode
  items: readonly MenuItem[]
  align: 'start' | 'end'
}

type Entry = Exclude<MenuItem, string | { heading: string }>

function Inside({ item }: { item: Entry }) {
  return (
    <>
      {item.icon}
      <span className="flex-1">{item.label}</span>
      {item.checked && <Check aria-hidden="true" />}
    </>
  )
}

function Item({ item }: { item: Entry }) {
  const common = { className: 'menu-item', 'data-tone': item.tone, disabled: item.disabled }
  if (item.href !== undefined) {
    const inside = <Inside item={item} />
    return (
      <DropdownMenu.Item {...common} asChild>
        {item.download ? <a href={item.href}>{inside}</a> : <Link href={item.href}>{inside}</Link>}
      </DropdownMenu.Item>
    )
  }
  if (item.checked !== undefined) {
    return (
      <DropdownMenu.CheckboxItem {...common} checked={item.checked} onSelect={item.onSelect}>
        <Inside item={item} />
      </DropdownMenu.CheckboxItem>
    )
  }
  return (
    <DropdownMenu.Item {...common} onSelect={item.onSelect}>
      <Inside item={item} />
    </DropdownMenu.Item>
  )
}

export function MenuContent({ open, onOpenChange, trigger, items, align }: MenuContentProps) {
  return (
    <DropdownMenu.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu float" align={align} sideOffset={4} collisionPadding={8} loop>
          {items.map((item, i) => {
            if (item === 'line') {
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are all alike
              return <DropdownMenu.Separator key={i} className="menu-line" />
            }
            if ('heading' in item) {
              return (
                <DropdownMenu.Label key={item.heading} className="menu-label">
                  {item.heading}
                </DropdownMenu.Label>
              )
            }
            return <Item key={item.label} item={item} />
          })}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
