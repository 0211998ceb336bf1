import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cloneElement, type ReactElement, type ReactNode } from 'react'

/** What Field hands to its one control. */
export type ControlProps = {
  id?: string
  name?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean | 'true' | 'false' | 'grammar' | 'spelling'
}

type FieldProps = {
  label: ReactNode
  name: string
  help?: ReactNode
  error?: string
  /** Required is the default; only what may stay empty is marked. */
  optional?: boolean
  /** At the right of the label: a link, a counter. */
  aside?: ReactNode
  className?: string
  children: ReactElement<ControlProps>
}

/** The id of a field's control, so that error summaries can point at it. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll('.', '-')}`
}

export function Field({ label, name, help, error, optional, aside, className, children }: FieldProps) {
  const t = useTranslations('ui')
  const id = children.props.id ?? fieldId(name)
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div className={className}>
      <div className="mb-1 flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="font-medium">
          {label}
          {optional && <span className="font-normal text-muted"> ({t('optional')})</span>}
        </label>
        {aside}
      </div>
      {cloneElement(children, {
        id,
        name: children.props.name ?? name,
        'aria-describedby': described,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <p id={`${id}-error`} className="mt-1 flex gap-1.5 text-sm text-danger">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 flex-none" />
          {error}
        </p>
      )}
      {help && (
        <p id={`${id}-help`} className="mt-1 text-sm text-muted">
          {help}
        </p>
      )}
    </div>
  )
}
