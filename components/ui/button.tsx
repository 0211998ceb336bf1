import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'
import { Spinner } from './spinner'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger'
export type ButtonSize = 'sm' | 'md' | 'lg'

export function buttonClass(variant: ButtonVariant = 'secondary', size: ButtonSize = 'md', className?: string) {
  return cx('btn', `btn-${variant}`, size !== 'md' && `btn-${size}`, className)
}

export type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  /** Keeps its place and its focus, shows a spinner, ignores clicks. */
  loading?: boolean
  icon?: ReactNode
}

export function Button({ variant, size, loading, icon, className, children, onClick, type, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={loading ? 'button' : (type ?? 'button')}
      className={buttonClass(variant, size, className)}
      aria-busy={loading || undefined}
      aria-disabled={loading || rest['aria-disabled']}
      onClick={loading ? undefined : onClick}
    >
      {loading ? <Spinner /> : icon}
      {children}
    </button>
  )
}
