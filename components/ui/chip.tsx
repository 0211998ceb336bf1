import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'

type ChipProps = {
  label: string
  /** The same page without this filter… */
  href?: string
  /** …or what to do in a client component. */
  onRemove?: () => void
}

export function Chip({ label, href, onRemove }: ChipProps) {
  const t = useTranslations('ui')
  const remove = t('removeFilter', { filter: label })
  return (
    <span className="chip">
      <span className="truncate">{label}</span>
      {href !== undefined ? (
        <a href={href} data-keep-scroll="" className="chip-remove hit" aria-label={remove} title={remove}>
          <X aria-hidden="true" className="size-4" />
        </a>
      ) : (
        <button type="button" onClick={onRemove} className="chip-remove hit" aria-label={remove} title={remove}>
          <X aria-hidden="true" className="size-4" />
        </button>
      )}
    </span>
  )
}
