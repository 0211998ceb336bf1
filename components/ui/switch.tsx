import type { ComponentProps, ReactNode } from 'react'

type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role'> & { label: ReactNode; help?: ReactNode }

/** For what takes effect at once; inside a form that is saved, use a Checkbox. */
export function Switch({ label, help, className, ...rest }: SwitchProps) {
  return (
    <label className={`check justify-between ${className ?? ''}`}>
      <span>
        {label}
        {help && <span className="block text-sm text-muted">{help}</span>}
      </span>
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own state */}
      <input {...rest} type="checkbox" role="switch" className="switch" />
    </label>
  )
}
