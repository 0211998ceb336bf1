'use client'

import { Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type DragEvent, type ReactNode, useState } from 'react'

type DropFileProps = {
  name: string
  label: ReactNode
  help?: ReactNode
  /** As in input: ".xlsx,.csv" or "image/*". */
  accept?: string
  multiple?: boolean
  /** "environment" opens the phone's camera. */
  capture?: 'environment' | 'user'
  disabled?: boolean
  onFiles: (files: File[]) => void
}

/** A file input that is also a place to drop on; the keyboard and the phone use it as the input that it is. */
export function DropFile({ name, label, help, accept, multiple, capture, disabled, onFiles }: DropFileProps) {
  const t = useTranslations('ui')
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (!disabled && files.length) onFiles(multiple ? files : files.slice(0, 1))
  }
  return (
    <label
      className="drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Upload aria-hidden="true" className="size-5 text-muted" />
      <span className="font-medium">{label}</span>
      <span className="text-sm text-muted">{help ?? t('dropHelp')}</span>
      <input
        type="file"
        className="sr-only"
        name={name}
        accept={accept}
        multiple={multiple}
        capture={capture}
        disabled={disabled}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          // Choosing the same file again after a failure must count as a change.
          event.target.value = ''
          if (files.length) onFiles(files)
        }}
      />
    </label>
  )
}
