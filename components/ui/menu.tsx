'use client'

import { type ComponentType, type ReactNode, useRef, useState } from 'react'
import { type ButtonSize, type ButtonVariant, buttonClass } from './button'
import { cx } from './cx'
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
  const button = useRef<HTMLButtonElement>(null)
  const load = () => void import('./menu-content').then((module) => setContent(() => module.MenuContent))
  const show = (next: boolean) => {
    if (!Content) load()
    setOpen(next)
  }
  return (
    <span className="relative inline-flex min-w-0">
      <button
        ref={button}
        type="button"
        className={cx(buttonClass(variant, size, className), iconOnly && 'btn-icon hit')}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        title={iconOnly ? label : undefined}
        onPointerEnter={Content ? undefined : load}
        onFocus={Content ? undefined : load}
        onClick={() => show(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          show(true)
        }}
      >
        {children}
      </button>
      {Content && <Content open={open} onOpenChange={setOpen} button={button} items={items} align={align} />}
    </span>
  )
}
