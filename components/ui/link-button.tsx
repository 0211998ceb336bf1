import type { ComponentProps, ReactNode } from 'react'
import { type ButtonSize, type ButtonVariant, buttonClass } from './button'

type LinkButtonProps = ComponentProps<'a'> & { variant?: ButtonVariant; size?: ButtonSize; icon?: ReactNode }

/**
 * A link that looks like a button: it goes somewhere. What changes something is a Button.
 */
export function LinkButton({ variant, size, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <a {...rest} className={buttonClass(variant, size, className)}>
      {icon}
      {children}
    </a>
  )
}
