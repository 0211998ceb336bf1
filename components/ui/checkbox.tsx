import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; help?: ReactNode; error?: string }

export function Checkbox({ label, help, error, className, ...rest }: CheckboxProps) {
  const id = rest.id ?? (rest.name ? `f-${rest.name}-${rest.value ?? ''}` : undefined)
  return (
    <div className={className}>
      <label className="check">
        <input
          {...rest}
          id={id}
          type="checkbox"
          className="check-box"
          aria-invalid={error ? true : undefined}
          aria-describedby={error && id ? `${id}-error` : undefined}
        />
        <span>
          {label}
          {help && <span className="block text-sm text-muted">{help}</span>}
        </span>
      </label>
      {error && (
        <p id={id && `${id}-error`} className={cx('text-sm text-danger')}>
          {error}
        </p>
      )}
    </div>
  )
}
