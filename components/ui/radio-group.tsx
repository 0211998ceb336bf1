import type { ReactNode } from 'react'
import { fieldId } from './field'

export type RadioOption = { value: string; label: ReactNode; help?: ReactNode; disabled?: boolean }

type RadioGroupProps = {
  name: string
  legend: ReactNode
  options: readonly RadioOption[]
  value?: string
  defaultValue?: string
  onValueChange?: (value: string) => void
  help?: ReactNode
  error?: string
  /** Side by side, for two or three short words. */
  inline?: boolean
}

/** Native radios: arrows move, one Tab stop. */
export function RadioGroup(props: RadioGroupProps) {
  const { name, legend, options, value, defaultValue, onValueChange, help, error, inline } = props
  const id = fieldId(name)
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset id={id} aria-describedby={described} aria-invalid={error ? true : undefined} tabIndex={-1}>
      <legend className="font-medium">{legend}</legend>
      {help && (
        <p id={`${id}-help`} className="text-sm text-muted">
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-sm text-danger">
          {error}
        </p>
      )}
      <div className={inline ? 'flex flex-wrap gap-x-6' : undefined}>
        {options.map((option) => (
          <label key={option.value} className="check">
            <input
              type="radio"
              className="check-box"
              name={name}
              value={option.value}
              disabled={option.disabled}
              checked={value === undefined ? undefined : value === option.value}
              defaultChecked={defaultValue === undefined ? undefined : defaultValue === option.value}
              onChange={onValueChange && (() => onValueChange(option.value))}
            />
            <span>
              {option.label}
              {option.help && <span className="block text-sm text-muted">{option.help}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
