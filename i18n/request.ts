import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { formats } from './formats'
import { languageCookie, localeOf, timeZone, toLanguage } from './locale'
import { loadMessages } from './messages'

export default getRequestConfig(async () => {
  const language = toLanguage((await cookies()).get(languageCookie)?.value)
  return { locale: localeOf[language], messages: await loadMessages(language), timeZone, formats }
})
