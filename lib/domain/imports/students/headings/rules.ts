import { plain } from '@/lib/domain/academics/import/rules'
import type { Relationship } from '@/lib/domain/guardians/schema'
import type { Field, Recognise } from '../../table/rules'
import { enrollmentFields, type GuardianSlot, guardianOnly, guardianSlots, personFields, studentOnly } from '../schema'

/** Headings as school lists write them, without accents and points; `own` ones make no sense for a guardian. */
const words: Record<string, readonly string[]> = {
  documentType: [
    'tipo documento',
    'tipo doc',
    'tipo identificacion',
    'tipo id',
    'tipo',
    'td',
    't d',
    'document type',
    'id type',
  ],
  documentNumber: [
    'documento',
    'numero documento',
    'no documento',
    'nro documento',
    'num documento',
    'n documento',
    'documento identidad',
    'numero documento identidad',
    'identificacion',
    'numero identificacion',
    'no identificacion',
    'nro identificacion',
    'numero',
    'doc',
    'nuip',
    'cedula',
    'numero cedula',
    'document',
    'document number',
    'id number',
  ],
  firstSurname: [
    'primer apellido',
    'apellido 1',
    'apellido1',
    '1er apellido',
    '1 apellido',
    'apellido paterno',
    'first surname',
  ],
  secondSurname: [
    'segundo apellido',
    'apellido 2',
    'apellido2',
    '2do apellido',
    '2 apellido',
    'apellido materno',
    'second surname',
  ],
  surnames: ['apellidos', 'apellido', 'surnames', 'surname', 'last name', 'last names'],
  firstName: ['primer nombre', 'nombre 1', 'nombre1', '1er nombre', '1 nombre', 'first given name'],
  secondName: ['segundo nombre', 'nombre 2', 'nombre2', '2do nombre', '2 nombre', 'otros nombres', 'second given name'],
  givenNames: ['nombres', 'nombre', 'given names', 'first name', 'first names', 'names'],
  birthDate: [
    'fecha nacimiento',
    'nacimiento',
    'f nacimiento',
    'fec nacimiento',
    'fecha nac',
    'f nac',
    'birth date',
    'date birth',
    'born',
  ],
  gender: ['sexo', 'genero', 'gender', 'sex'],
  address: ['direccion', 'direccion residencia', 'address'],
  neighborhood: ['barrio', 'vereda', 'barrio o vereda', 'barrio vereda', 'neighborhood', 'neighbourhood'],
  phone: [
    'telefono',
    'celular',
    'movil',
    'tel',
    'celular o telefono',
    'telefono celular',
    'numero celular',
    'contacto',
    'phone',
    'mobile',
  ],
  email: ['correo', 'correo electronico', 'email', 'e-mail', 'mail'],
  eps: ['eps', 'eps o regimen', 'salud'],
  stratum: ['estrato', 'stratum'],
  sisben: ['sisben'],
  relationship: ['parentesco', 'relacion', 'vinculo', 'relationship', 'kinship'],
  occupation: ['ocupacion', 'profesion', 'occupation'],
  year: ['ano', 'ano escolar', 'ano lectivo', 'vigencia', 'year', 'school year'],
  grade: ['grado', 'grade'],
  group: ['grupo', 'curso', 'codigo grupo', 'group'],
  shift: ['jornada', 'shift'],
  kind: ['tipo matricula', 'condicion', 'nuevo o antiguo', 'enrollment kind', 'kind'],
  previousSchool: [
    'colegio anterior',
    'institucion anterior',
    'colegio procedencia',
    'institucion procedencia',
    'procedencia',
    'previous school',
  ],
}

const byWord = new Map(Object.entries(words).flatMap(([name, list]) => list.map((word) => [word, name] as const)))

const ofStudent = new Set<string>([...personFields, ...studentOnly, ...enrollmentFields])
const ofGuardian = new Set<string>([...personFields, ...guardianOnly])

/** Who a heading speaks of: the words that say so, and which of the two guardians it is. */
const people: { says: RegExp; slot?: GuardianSlot; relationship?: Relationship }[] = [
  { says: /\b(?:madre|mama|mother)\b/, slot: 'guardian1', relationship: 'mother' },
  { says: /\b(?:padre|papa|father)\b/, slot: 'guardian2', relationship: 'father' },
  { says: /\b(?:acudientes?|responsables?|guardians?)\b/ },
]

const small = /\b(?:de|del|la|las|el|los|y|of|the|s)\b/g
const tidy = (text: string) => text.replace(/[-·]/g, ' ').replace(small, ' ').replace(/\s+/g, ' ').trim()

type Read = { slot: GuardianSlot | null; relationship: Relationship | null; rest: string }

function personOf(heading: string): Read {
  const text = plain(heading)
  const person = people.find(({ says }) => says.test(text))
  if (!person)
    return { slot: null, relationship: null, rest: tidy(text.replace(/\b(?:estudiante|alumn[oa]|student)\b/g, '')) }
  const second = /\b(?:acudiente|responsable|guardian)s?\s*(?:2|dos|secundario|segundo)\b|\b2$/.test(text)
  const slot = person.slot ?? (second ? 'guardian2' : 'guardian1')
  const rest = text
    .replace(person.says, ' ')
    .replace(/\b(?:principal|secundario|primario)\b/g, ' ')
    // The guardian's number, but not that of «apellido 1».
    .replace(/(?<!apellido|nombre)\s+[12](?=\s|$)|^[12]\s/g, ' ')
  return { slot, relationship: person.relationship ?? null, rest: tidy(rest) }
}

/** The field that a heading of a list of students names. */
export const recogniseStudentHeading: Recognise = (heading) => {
  const { slot, rest } = personOf(heading)
  if (slot && rest === '') return null
  const name = byWord.get(rest) ?? byWord.get(tidy(plain(heading)))
  if (!name) return null
  if (slot) return ofGuardian.has(name) ? `${slot}.${name}` : null
  return ofStudent.has(name) ? name : null
}

/** «Cédula de la madre» says what the guardian is to the child, where no column does. */
export function impliedRelationship(headings: readonly string[], slot: GuardianSlot): Relationship | null {
  for (const heading of headings) {
    const read = personOf(heading)
    if (read.slot === slot && read.relationship) return read.relationship
  }
  return null
}

const needed = new Set<string>(['documentType', 'documentNumber'])

export const studentImportFields: readonly Field[] = [
  ...[...personFields, ...studentOnly, ...enrollmentFields].map((name) => ({ name, required: needed.has(name) })),
  ...guardianSlots.flatMap((slot) => [...personFields, ...guardianOnly].map((name) => ({ name: `${slot}.${name}` }))),
]

/** Required fields that no column has. A name may come as two columns or as four. */
export function missingStudentFields(columns: readonly (string | null)[], enrolls: boolean): string[] {
  const has = (...names: string[]) => names.some((name) => columns.includes(name))
  return [
    ...['documentType', 'documentNumber'].filter((name) => !has(name)),
    ...(has('firstSurname', 'surnames') ? [] : ['firstSurname']),
    ...(has('firstName', 'givenNames') ? [] : ['firstName']),
    ...(enrolls && !has('grade') ? ['grade'] : []),
  ]
}
