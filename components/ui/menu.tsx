'use client'

import { type ComponentType, type ReactNode, useState } from 'react'
import { type ButtonSize, type ButtonVariant, buttonClass } from './button'
import type { MenuContentProps } from './menu-content'
import type { MenuItem } from './menu-item'

type MenuProps = {
  /** Name of the button, when `children` is only an icon. */
  label: string
  items: readonly MenuItem[]
  children: ReactNode
  variant?: ButtonVariant
  size?: ButtonSize
  className?: string
  align?: 'start' | 'end'
  iconOnly?: boolean
}

/** The list itself is fetched when the button is first pointed at: most pages are left without opening one. */
export function Menu(props: MenuProps) {
  const { label, items, children, variant = 'ghost', size, className, align = 'end', iconOnly } = props
  const [Content, setContent] = useState<ComponentType<MenuContentProps>>()
  const [open, setOpen] = useState(false)
  const load = () => void import('./menu-content').then((module) => setContent(() => module.MenuContent))
  const trigger = (
    <button
      type="button"
      className={buttonClass(variant, size, `${iconOnly ? 'btn-icon hit' : ''} ${className ?? ''}`)}
      aria-label={label}
      aria-haspopup="menu"
      aria-expanded={open}
      title={iconOnly ? label : undefined}
      {...(Content
        ? {}
        : {
            onPointerEnter: load,
            onFocus: load,
            onClick: () => {
              load()
              setOpen(true)
            },
          })}
    >
      {children}
    </button>
  )
  if (!Content) return trigger
  return <Content open={open} onOpenChange={setOpen} trigger={trigger} items={items} align={align} />
}
