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

type Listener = (message: ToastMessage) => void

let listener: Listener | undefined
const waiting: ToastMessage[] = []

/** Shows a short message; screen readers announce it. `action` carries an undo. */
export function toast(message: ToastMessage): void {
  if (listener) listener(message)
  else waiting.push(message)
}

/** Called by the Toaster alone. */
export function onToast(next: Listener): () => void {
  listener = next
  for (const message of waiting.splice(0)) next(message)
  return () => {
    listener = undefined
  }
}
