/** A person's name as SIMAT keeps it: four fields, surnames and given names never split by blanks ("De la Cruz" is one). */
export type PersonName = {
  firstSurname: string
  secondSurname?: string | null
  firstName: string
  secondName?: string | null
}

const zeroWidth = /[\u200b-\u200d\ufeff]/g
const apostrophes = /[\u2018\u2019\u02bc\u00b4`]/g
const dashes = /[\u2010-\u2015]/g
const nameShape = /^\p{Script=Latin}[\p{Script=Latin}\p{M} '.-]*$/u
const simatShape = /^[a-záéíóúüñ][a-záéíóúüñ '-]*$/i

const join = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' ')

/** One blank between words, none around, one kind of apostrophe and hyphen; capitals stay as the school typed them. */
export function normalizeNamePart(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(zeroWidth, '')
    .replace(apostrophes, "'")
    .replace(dashes, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The four fields normalised; blank optional ones become null. */
export function normalizeName(name: PersonName): Required<PersonName> {
  return {
    firstSurname: normalizeNamePart(name.firstSurname),
    secondSurname: normalizeNamePart(name.secondSurname ?? '') || null,
    firstName: normalizeNamePart(name.firstName),
    secondName: normalizeNamePart(name.secondName ?? '') || null,
  }
}

/** "Ríos Gómez Sofía Isabel": the order of lists, and the stored `full_name`. */
export function fullName(name: PersonName): string {
  const { firstSurname, secondSurname, firstName, secondName } = normalizeName(name)
  return join(firstSurname, secondSurname, firstName, secondName)
}

/** "Sofía Isabel Ríos Gómez": the order of speech, for letters and mails. */
export function naturalName(name: PersonName): string {
  const { firstSurname, secondSurname, firstName, secondName } = normalizeName(name)
  return join(firstName, secondName, firstSurname, secondSurname)
}

/** "Sofía Ríos": where space is short. */
export function shortName(name: PersonName): string {
  const { firstSurname, firstName } = normalizeName(name)
  return join(firstName, firstSurname)
}

/** "SR", for the circle that stands for a photo. */
export function initials(name: PersonName): string {
  const first = (text: string) => [...normalizeNamePart(text)][0]?.toLocaleUpperCase('es') ?? ''
  return first(name.firstName) + first(name.firstSurname)
}

/** Letters of the Latin alphabet, blank, apostrophe, hyphen, full stop ("Ma. José"). A foreign ç or ö is a letter too. */
export function isNamePart(value: string): boolean {
  return nameShape.test(normalizeNamePart(value))
}

/** SIMAT takes a–z, á é í ó ú ü ñ, blank, apostrophe and hyphen only: worth a warning, not a refusal. */
export function isSimatName(value: string): boolean {
  return simatShape.test(normalizeNamePart(value))
}
