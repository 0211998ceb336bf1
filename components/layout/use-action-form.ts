'use client'

import { unstable_isUnrecognizedActionError as isOldPage, unstable_rethrow } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { startTransition, useEffect, useRef, useState } from 'react'
import { toast } from '@/components/ui/toast'
import type { ActionError, ActionResult } from '@/lib/platform/result'
import { isRedirect, pickKnown, withVersion } from './action-outcome'
import { type Clash, clashes, settle } from './conflict'
import { focusFirst } from './focus-first'
import { type FormValues, getPath, sameShown, setPath } from './form-path'
import { useWhereabouts } from './person-context'
import { useDraft } from './use-draft'

type SchoolAction<T> = (school: string, input: unknown) => Promise<ActionResult<T>>
type PlainAction<T> = (input: unknown) => Promise<ActionResult<T>>

export type ActionFormOptions<V extends FormValues, T> = {
  initial: V
  /** Turns what is typed into the action's input: drops empty optionals, makes numbers. Default: as typed. */
  toInput?: (values: V) => unknown
  /** Refusals known before asking the server: path → sentence. */
  validate?: (values: V) => Record<string, string>
  /** Name of the draft on this device; without it nothing is kept. */
  draft?: string
  /** Paths that a draft never holds. */
  secret?: string[]
  /** Said after saving. */
  success?: string | ((data: T) => string)
  onSuccess?: (data: T) => void
  /** How the record of a conflict reads in this form. Default: fields of the same names. */
  fromCurrent?: (current: unknown) => unknown
  /** After success go back to empty, for entering one after another. */
  again?: boolean
} & ({ school: string; action: SchoolAction<T> } | { school?: undefined; action: PlainAction<T> })

export type ActionForm<V extends FormValues = FormValues> = {
  values: V
  set: (path: string, value: unknown) => void
  get: (path: string) => unknown
  errors: Record<string, string>
  /** The last refusal as a whole. */
  refusal: ActionError | null
  pending: boolean
  dirty: boolean
  submit: () => void
  /** Back to how it was opened, and the draft forgotten. */
  reset: () => void
  restored: boolean
  relogin: boolean
  endRelogin: (signedIn: boolean) => void
  conflict: readonly Clash[] | null
  resolve: (chosen: readonly Clash[]) => void
}

/** The state of a form that calls a server action: nothing typed is ever lost, whatever the answer. */
export function useActionForm<V extends FormValues, T>(options: ActionFormOptions<V, T>): ActionForm<V> {
  const t = useTranslations('ui')
  const [base, setBase] = useState(options.initial)
  const [values, setValues] = useState(options.initial)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [refusal, setRefusal] = useState<ActionError | null>(null)
  const [pending, setPending] = useState(false)
  const [ended, setEnded] = useState<ActionError | null>(null)
  const [conflict, setConflict] = useState<{ theirs: unknown; clashes: Clash[] } | null>(null)
  // A second Enter before React has drawn the first one must not send twice.
  const busy = useRef(false)
  const [faulty, setFaulty] = useState<string[]>([])
  const dirty = !sameShown(values, base)
  const { person } = useWhereabouts()
  const draft = useDraft<V>({
    form: options.draft,
    values,
    base,
    dirty,
    secret: options.secret,
    onRestore: (kept, opened) => {
      setValues((before) => ({ ...before, ...kept }))
      setBase((before) => ({ ...before, ...opened }))
    },
  })

  useEffect(() => focusFirst(faulty), [faulty])

  const version = getPath(options.initial, 'version')
  const seen = useRef(version)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page's record is taken over when it is another one, not at every render
  useEffect(() => {
    if (seen.current === version) return
    seen.current = version
    if (dirty) return
    setBase(options.initial)
    setValues(options.initial)
  }, [version])

  useEffect(() => {
    if (!dirty || options.draft) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [dirty, options.draft])

  function refuse(error: ActionError) {
    if (error.code === 'unauthenticated' && person) return setEnded(error)
    if (error.code === 'conflict' && error.current !== undefined) {
      const theirs = options.fromCurrent ? options.fromCurrent(error.current) : error.current
      return setConflict({ theirs, clashes: clashes(base, values, theirs) })
    }
    show(error.fields ?? {}, error)
  }

  function show(fields: Record<string, string>, error: ActionError | null) {
    setErrors(fields)
    setRefusal(error)
    setFaulty(Object.keys(fields))
  }

  /** The answer did not come: nothing was refused, so nothing typed is touched. */
  function fail(error: unknown, again: () => void) {
    const id = 'action-failed'
    if (isOldPage(error)) {
      const action = { label: t('reload'), onClick: () => location.reload() }
      return toast({ id, tone: 'warning', text: t('staleTitle'), detail: t('staleText'), action })
    }
    const offline = error instanceof TypeError || !navigator.onLine
    toast({
      id,
      tone: 'danger',
      text: offline ? t('offlineTitle') : t('faultTitle'),
      detail: t('offlineText'),
      action: { label: t('tryAgain'), onClick: again },
      duration: 60_000,
    })
  }

  function finish(sent: V, data?: T) {
    draft.clear()
    const text = typeof options.success === 'function' ? data !== undefined && options.success(data) : options.success
    if (text) toast({ tone: 'ok', text })
    const saved = options.again ? options.initial : withVersion(sent, data)
    setBase(saved)
    setValues((now) => (options.again ? saved : withVersion(now, data)))
  }

  function send(sent: V) {
    if (busy.current) return
    const found = options.validate?.(sent) ?? {}
    if (Object.keys(found).length > 0) return show(found, null)
    busy.current = true
    setPending(true)
    setErrors({})
    setRefusal(null)
    setConflict(null)
    const input = options.toInput ? options.toInput(sent) : sent
    startTransition(async () => {
      try {
        const result = await (options.school === undefined
          ? options.action(input)
          : options.action(options.school, input))
        if (!result.ok) return refuse(result.error)
        finish(sent, result.data)
        options.onSuccess?.(result.data)
      } catch (error) {
        // A redirect is an action's way of saying that all went well; it travels on to the router.
        if (isRedirect(error)) finish(sent)
        unstable_rethrow(error)
        fail(error, () => send(sent))
      } finally {
        busy.current = false
        setPending(false)
      }
    })
  }

  return {
    values,
    set: (path, value) => {
      setValues((before) => setPath(before, path, value))
      if (errors[path]) setErrors(({ [path]: _, ...rest }) => rest)
    },
    get: (path) => getPath(values, path),
    errors,
    refusal,
    pending,
    dirty,
    submit: () => send(values),
    reset: () => {
      draft.clear()
      setBase(options.initial)
      setValues(options.initial)
      setErrors({})
      setRefusal(null)
    },
    restored: draft.restored,
    relogin: ended !== null,
    endRelogin: (signedIn) => {
      setEnded(null)
      if (signedIn) send(values)
      else setRefusal(ended)
    },
    conflict: conflict?.clashes ?? null,
    resolve: (chosen) => {
      if (!conflict) return
      const settled = settle(values, conflict.theirs, chosen)
      setBase((before) => ({ ...before, ...pickKnown(before, conflict.theirs) }))
      setValues(settled)
      send(settled)
    },
  }
}
