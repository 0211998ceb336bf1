import type { ComponentProps } from 'react'
import { cx } from './cx'

/** Grows with what is written in it. */
export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea {...rest} className={cx('input', className)} />
}
