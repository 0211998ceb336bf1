import type es from './es'
import type { Language } from './locale'

export type Messages = typeof es

export type Namespace = keyof Messages

/** All texts of one language: namespace = name of the file in messages/<language>. */
export async function loadMessages(language: Language): Promise<Messages> {
  return language === 'en' ? (await import('./en')).default : (await import('./es')).default
}
