import type { ComponentProps } from 'react'
import { cx } from './cx'

export type Option = { value: string; label: string; disabled?: boolean }
export type OptionGroup = { label: string; options: readonly Option[] }

type SelectProps = Omit<ComponentProps<'select'>, 'children'> & {
  options: readonly (Option | OptionGroup)[]
  /** Shown, and sent as '', while nothing is chosen. */
  placeholder?: string
}

function OptionList({ options }: { options: readonly Option[] }) {
  return options.map((option) => (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  ))
}

/** The browser's own list: the fastest one for keyboards and on phones. */
export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  return (
    <select {...rest} className={cx('input', className)}>
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {options.map((option) =>
        'options' in option ? (
          <optgroup key={option.label} label={option.label}>
            <OptionList options={option.options} />
          </optgroup>
        ) : (
          <OptionList key={option.value} options={[option]} />
        ),
      )}
    </select>
  )
}
