export const languages = ['es', 'en'] as const

export type Language = (typeof languages)[number]

/** The regions decide numbers and dates: Colombian in Spanish, day first in English too. */
export const localeOf = { es: 'es-CO', en: 'en-GB' } as const satisfies Record<Language, string>

export type Locale = (typeof localeOf)[Language]

export const languageCookie = 'language'

export const timeZone = 'America/Bogota'

/** Anything that is not a language of ours means Spanish. */
export function toLanguage(value: string | null | undefined): Language {
  return languages.find((language) => language === value) ?? 'es'
}

export function languageOf(locale: string): Language {
  return toLanguage(locale.slice(0, 2))
}
