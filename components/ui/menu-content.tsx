'use client'

import { Check } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { type RefObject, useRef } from 'react'
import type { MenuItem } from './menu-item'

export type MenuContentProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Stays in the page before and after this is loaded, so that it keeps the focus. */
  button: RefObject<HTMLButtonElement | null>
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

function Item({ item, onChoose }: { item: Entry; onChoose: (what?: () => void) => void }) {
  const common = { className: 'menu-item', 'data-tone': item.tone, disabled: item.disabled }
  if (item.href !== undefined) {
    return (
      <DropdownMenu.Item {...common} asChild>
        <a href={item.href} download={item.download}>
          <Inside item={item} />
        </a>
      </DropdownMenu.Item>
    )
  }
  if (item.checked !== undefined) {
    return (
      <DropdownMenu.CheckboxItem {...common} checked={item.checked} onSelect={() => onChoose(item.onSelect)}>
        <Inside item={item} />
      </DropdownMenu.CheckboxItem>
    )
  }
  return (
    <DropdownMenu.Item {...common} onSelect={() => onChoose(item.onSelect)}>
      <Inside item={item} />
    </DropdownMenu.Item>
  )
}

export function MenuContent({ open, onOpenChange, button, items, align }: MenuContentProps) {
  // A dialog that an entry opens must find the focus on the button, to give it back there.
  const chosen = useRef<() => void>(undefined)
  const choose = (what?: () => void) => {
    chosen.current = what
  }
  return (
    <DropdownMenu.Root open={open} onOpenChange={onOpenChange} modal={false}>
      {/* Only tells the list where to stand. */}
      <DropdownMenu.Trigger asChild>
        <span aria-hidden="true" tabIndex={-1} className="pointer-events-none absolute inset-0" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu float"
          aria-label={button.current?.getAttribute('aria-label') ?? undefined}
          aria-labelledby={undefined}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          loop
          onInteractOutside={(event) => button.current?.contains(event.target as Node) && event.preventDefault()}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            button.current?.focus()
            chosen.current?.()
            chosen.current = undefined
          }}
        >
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
            return <Item key={item.label} item={item} onChoose={choose} />
          })}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
