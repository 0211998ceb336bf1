import { plain } from '@/lib/domain/academics/import/rules'

/** Codes by the words that people write for them, normalised by `plain`. */
export type Words = ReadonlyMap<string, string>

/** Labels of both languages with what else people write. */
export function wordsFrom(labels: Readonly<Record<string, readonly string[]>>): Words {
  return new Map(
    Object.entries(labels).flatMap(([code, texts]) => [code, ...texts].map((text) => [plain(text), code] as const)),
  )
}

/** The code of a word, blank for an empty cell, the text itself when nobody knows it: the schema says so then. */
export function readWord(text: string, words: Words): string {
  if (text.trim() === '') return ''
  return words.get(plain(text)) ?? words.get(plain(text.replace(/[.\s]/g, ''))) ?? text.trim()
}

export const moreDocumentWords: Readonly<Record<string, readonly string[]>> = {
  RC: ['registro', 'registro civil de nacimiento', 'rcn'],
  TI: ['tarjeta', 'tarjeta identidad'],
  CC: ['cedula', 'cedula ciudadania', 'c c'],
  CE: ['cedula extranjeria', 'extranjeria'],
  PPT: ['permiso por proteccion temporal', 'permiso proteccion temporal', 'permiso temporal'],
  PEP: ['permiso especial de permanencia', 'permiso especial'],
  PA: ['pasaporte', 'ps', 'pas'],
  NES: ['numero establecido por la secretaria', 'numero de la secretaria'],
}

export const moreGenderWords: Readonly<Record<string, readonly string[]>> = {
  F: ['mujer', 'nina', 'fem', 'female'],
  M: ['hombre', 'nino', 'masc', 'male', 'h', 'v', 'varon'],
}

export const moreRelationshipWords: Readonly<Record<string, readonly string[]>> = {
  mother: ['mama'],
  father: ['papa'],
  grandmother: ['abuelita'],
  grandfather: ['abuelito'],
  cousin: ['prima', 'primo'],
  legal_guardian: ['acudiente', 'tutor', 'tutora', 'representante legal', 'tutor legal'],
  foster_family: ['icbf', 'madre sustituta'],
  self: ['el mismo', 'ella misma', 'el estudiante'],
  other: ['otro', 'otra'],
}

export const moreShiftWords: Readonly<Record<string, readonly string[]>> = {
  morning: ['jm', 'am', 'manana'],
  afternoon: ['jt', 'pm'],
  full_day: ['jornada completa', 'jc'],
  single: ['jornada unica', 'ju'],
  night: ['noche'],
  weekend: ['sabatina', 'fin de semana'],
}

export const moreKindWords: Readonly<Record<string, readonly string[]>> = {
  new: ['nueva', 'n'],
  returning: ['antigua', 'a', 'renovacion'],
  transfer: ['trasladado', 'trasladada', 't'],
}

/** Words that belong to the next one: «De la Cruz», «San Juan». */
const particles = new Set(['de', 'del', 'la', 'las', 'los', 'y', 'san', 'santa', 'da', 'do', 'dos', 'van', 'von'])

/**
 * Two names that stand in one cell: «De la Cruz Pérez» → De la Cruz, Pérez. From three names on all but the first are the
 * second one: «María del Mar Sofía» → María, del Mar Sofía.
 */
export function splitNames(text: string): [string, string] {
  const names: string[] = []
  let open: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    open.push(word)
    if (particles.has(word.toLowerCase())) continue
    names.push(open.join(' '))
    open = []
  }
  if (open.length > 0) names.push([names.pop(), ...open].filter(Boolean).join(' '))
  return [names[0] ?? '', names.slice(1).join(' ')]
}

const months = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic']

/** A day as people write it: 5/3/2015, 2015-03-05, «5 de marzo de 2015», 5-mar-2015; anything else as it stands. */
export function readDayText(text: string): string {
  const written = /^(\d{1,2})[\s/-]*(?:de\s+)?([a-zé]{3,10})\.?[\s/-]*(?:de\s+|del\s+)?(\d{4})$/i.exec(text.trim())
  const month = written ? months.indexOf(plain(written[2] ?? '').slice(0, 3)) + 1 : 0
  if (written && month > 0) return `${written[1]}/${month}/${written[3]}`
  // A program's day with its time of day.
  return text.trim().replace(/^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*$/, '$1')
}
