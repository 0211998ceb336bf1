import { toast as show } from 'sonner'

export type ToastTone = 'ok' | 'info' | 'warning' | 'danger'

export type ToastMessage = {
  /** A later message with the same id takes the place of the earlier one. */
  id?: string
  tone: ToastTone
  text: string
  detail?: string
  action?: { label: string; onClick: () => void }
  /** Milliseconds; the default is 4 s, and 10 s with an action. */
  duration?: number
}

const kinds = { ok: show.success, info: show.info, warning: show.warning, danger: show.error }

/** Shows a short message; screen readers announce it. `action` carries an undo. */
export function toast({ id, tone, text, detail, action, duration }: ToastMessage): void {
  kinds[tone](text, {
    id,
    description: detail,
    action,
    duration: duration ?? (action || tone === 'danger' ? 10_000 : 4_000),
  })
}
