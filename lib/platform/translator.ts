import { createTranslator } from 'next-intl'
import { formats } from '@/i18n/formats'
import { languageOf, localeOf, timeZone } from '@/i18n/locale'
import { loadMessages, type Namespace } from '@/i18n/messages'

/** Texts outside of a page: mails, jobs, errors of the API. `locale` is `es`, `en` or a longer tag. */
export async function translator<N extends Namespace>(locale: string, namespace: N) {
  const language = languageOf(locale)
  const messages = await loadMessages(language)
  return createTranslator({ locale: localeOf[language], messages, namespace, timeZone, formats })
}
