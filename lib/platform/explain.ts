import { createTranslator } from 'next-intl'
import { languageOf, localeOf } from '@/i18n/locale'
import { loadMessages } from '@/i18n/messages'
import { AppError } from './errors'
import type { ActionError } from './result'

/** A refusal's keys are known only when it is thrown. */
type Sentences = { (key: string, values: Record<string, unknown>): string; has(key: string): boolean }

/**
 * Sentences by their whole key, or undefined. Through the translator, because a built site holds the texts compiled:
 * what a file shows as «{name} ya tiene…» is no string there.
 */
async function sentences(
  locale: string,
): Promise<(key: string, values: Record<string, unknown>) => string | undefined> {
  const language = languageOf(locale)
  const t = createTranslator({
    locale: localeOf[language],
    messages: await loadMessages(language),
    onError: () => {},
    getMessageFallback: () => '',
  }) as unknown as Sentences
  return (key, values) => (t.has(key) && t(key, values)) || undefined
}

/**
 * A refusal as a sentence in the person's language, with one sentence per field.
 * What is not a refusal becomes «algo salió mal» with the reference under which the log keeps it.
 */
export async function explain(error: unknown, locale: string, requestId: string): Promise<ActionError> {
  const refusal = error instanceof AppError ? error : new AppError('internal')
  const sentence = await sentences(locale)
  const { reason, field, fields, current, data } = refusal.details
  const values = { ...data, reference: requestId }
  const say = (key: string) => sentence(key, values) ?? sentence(`errors.reason.${key}`, values)
  const message = (reason ? say(reason) : undefined) ?? say(`errors.code.${refusal.code}`) ?? refusal.code
  const named = { ...fields, ...(field && reason ? { [field]: reason } : {}) }
  const perField = Object.fromEntries(Object.entries(named).map(([path, key]) => [path, say(key) ?? key]))
  return {
    code: refusal.code,
    message,
    requestId,
    ...(Object.keys(perField).length > 0 ? { fields: perField } : {}),
    ...(current === undefined ? {} : { current }),
    ...(data ? { data } : {}),
  }
}
