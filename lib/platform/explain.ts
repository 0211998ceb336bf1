import { languageOf } from '@/i18n/locale'
import { loadMessages } from '@/i18n/messages'
import { AppError } from './errors'
import type { ActionError } from './result'

type Tree = { [key: string]: string | Tree }

function lookup(tree: Tree, path: string): string | undefined {
  const found = path
    .split('.')
    .reduce<string | Tree | undefined>((at, key) => (typeof at === 'object' ? at[key] : undefined), tree)
  return typeof found === 'string' ? found : undefined
}

const fill = (text: string, values: Record<string, unknown>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))

/**
 * A refusal as a sentence in the person's language, with one sentence per field.
 * What is not a refusal becomes «algo salió mal» with the reference under which the log keeps it.
 */
export async function explain(error: unknown, locale: string, requestId: string): Promise<ActionError> {
  const refusal = error instanceof AppError ? error : new AppError('internal')
  const messages = (await loadMessages(languageOf(locale))) as unknown as Tree
  const { reason, field, fields, current, data } = refusal.details
  const values = { ...data, reference: requestId }
  const say = (key: string) => {
    const text = lookup(messages, key) ?? lookup(messages, `errors.reason.${key}`)
    return text ? fill(text, values) : undefined
  }
  const message = (reason ? say(reason) : undefined) ?? say(`errors.code.${refusal.code}`) ?? refusal.code
  const named = { ...fields, ...(field && reason ? { [field]: reason } : {}) }
  const sentences = Object.fromEntries(Object.entries(named).map(([path, key]) => [path, say(key) ?? key]))
  return {
    code: refusal.code,
    message,
    requestId,
    ...(Object.keys(sentences).length > 0 ? { fields: sentences } : {}),
    ...(current === undefined ? {} : { current }),
    ...(data ? { data } : {}),
  }
}
