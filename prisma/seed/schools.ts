import { nitCheckDigit } from '@/lib/shared/nit'
import type { City } from './places'

export type DemoSchool = {
  seed: number
  slug: string
  name: string
  nit: string
  resolution: string
  city: City
  sector: 'official' | 'private'
  calendar: 'A' | 'B'
  dane: string
  color: string
  peiSummary: string
  contact: { phone: string; email: string; address: string }
  students: number
  /** When the grades up to the fifth come, and those from the sixth on. */
  shifts: readonly [small: string, tall: string]
  teachers: number
}

const nit = (digits: string) => `${digits}-${nitCheckDigit(digits)}`

/** Schools that do not exist, in cities that do. */
export const demoSchools: readonly DemoSchool[] = [
  {
    seed: 20260119,
    slug: 'la-quebrada',
    name: 'Institución Educativa La Quebrada',
    nit: nit('811000111'),
    resolution: 'Resolución 16241 de 2002',
    city: 'Medellín',
    sector: 'official',
    calendar: 'A',
    dane: '105001000111',
    color: '#1f6f54',
    peiSummary:
      'Formamos ciudadanas y ciudadanos que cuidan su barrio y su quebrada, con énfasis en ciencias y comunidad.',
    contact: { phone: '+576040000111', email: 'secretaria@la-quebrada.example.com', address: 'Carrera 45 # 92-10' },
    students: 600,
    shifts: ['afternoon', 'morning'],
    teachers: 28,
  },
  {
    seed: 20260818,
    slug: 'nuevo-farallon',
    name: 'Colegio Nuevo Farallón',
    nit: nit('805000222'),
    resolution: 'Resolución 4143 de 2009',
    city: 'Cali',
    sector: 'private',
    calendar: 'B',
    dane: '376001000222',
    color: '#7a3b8f',
    peiSummary: 'Colegio bilingüe que acompaña a cada estudiante en grupos pequeños, con énfasis en artes y montaña.',
    contact: {
      phone: '+576020000222',
      email: 'admisiones@nuevo-farallon.example.com',
      address: 'Avenida 5 Oeste # 1-40',
    },
    students: 300,
    shifts: ['full_day', 'full_day'],
    teachers: 16,
  },
]
