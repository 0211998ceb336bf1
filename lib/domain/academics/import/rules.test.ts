import { describe, expect, it } from 'vitest'
import es from '@/messages/es/academics.json'
import { proposeCode } from '../subjects/rules'
import { readGroupRows } from './group/rules'
import { readPlanRows } from './plan/rules'
import { findHeadings, isDaylike, readCount, readGrade, readYesNo } from './rules'

const grades = { '0': ['0', 'Transición', 'T'], '6': ['6', 'Sexto', '6°'], '23': ['23', 'Ciclo 3 (adultos)', 'C3'] }
const heading = (name: keyof typeof es.import.heading) => es.import.heading[name]

describe('cells', () => {
  it('headings are found in any order and spelling', () => {
    const found = findHeadings(
      ['ÁREA', 'Horas  Semanales', 'otra', 'grado', 'Obligatoria?'],
      ['grade', 'area', 'hours', 'mandatory', 'subject'],
    )
    expect(found).toEqual({ area: 0, hours: 1, grade: 3, mandatory: 4 })
  })

  it('the template’s own headings are known', () => {
    const names = Object.keys(es.import.heading) as (keyof typeof es.import.heading)[]
    expect(Object.keys(findHeadings(names.map(heading), names)).sort()).toEqual([...names].sort())
  })

  it('grades are known by code, name and sign', () => {
    expect(
      ['6', '6°', '6º', 'SEXTO', 'transicion', 't', 'ciclo 3', 'C3'].map((text) => readGrade(text, grades)),
    ).toEqual(['6', '6', '6', '6', '0', '0', '23', '23'])
    expect(['', '66', 'sext', 'toString'].map((text) => readGrade(text, grades))).toEqual([null, null, null, null])
  })

  it('yes, no and nothing', () => {
    expect(['Sí', 'x', 'NO', '', 'tal vez'].map((text) => readYesNo(text, true))).toEqual([
      true,
      true,
      false,
      true,
      null,
    ])
  })

  it('a code that became a day is known', () => {
    expect(['06-ene', '6-ene', '01/06/2026', 'jun-01', '2026-06-01', '6/1'].every(isDaylike)).toBe(true)
    expect(['6-A', '601', 'A', '6-1', 'MAR'].some(isDaylike)).toBe(false)
  })

  it('places are whole numbers', () => {
    expect(['35', '0', '201', '3,5', 'x', ''].map((text) => readCount(text, 200))).toEqual([
      35,
      null,
      null,
      null,
      null,
      null,
    ])
  })

  it('subjects get short unique codes', () => {
    expect(proposeCode('Matemáticas', [])).toBe('MATE')
    expect(proposeCode('Matemáticas', ['MATE', 'MATE2'])).toBe('MATE3')
    expect(proposeCode('Educación física, recreación y deportes', [])).toBe('EDU-FRD')
    expect(proposeCode('···', [])).toBe('ASIG')
  })
})

const catalog = {
  grades,
  heading,
  areas: [
    { id: 'a1', name: 'Matemáticas', shortName: 'Mate' },
    { id: 'a2', name: 'Humanidades', shortName: null },
  ],
  subjects: [
    { id: 's1', areaId: 'a1', code: 'MAT', name: 'Matemáticas', shortName: null, isActive: true },
    { id: 's2', areaId: 'a2', code: 'LAT', name: 'Latín', shortName: null, isActive: false },
  ],
  items: [{ gradeLevel: '6', subjectId: 's1', weeklyHours: 4, isMandatory: true, areaWeight: null }],
}
const head = ['Grado', 'Área', 'Asignatura', 'Horas semanales', 'Obligatoria']
const plan = (...rows: string[][]) => readPlanRows([head, ...rows], catalog)
const told = ({ problems }: { problems: { row: number; column: string; value: string; reason: string }[] }) =>
  problems.map(({ row, column, value, reason }) => `${row} ${column} «${value}» ${reason}`)

describe('rows of a plan', () => {
  it('are new, changed or the same, and bring their areas and subjects', () => {
    const { rows, newAreas, newSubjects, problems } = plan(
      ['6', 'mate', 'MAT', '5', ''],
      ['Sexto', 'Humanidades', 'Inglés', '3,5', 'sí'],
      [],
      ['T', 'Dimensiones', 'Corporal', '4', 'no'],
      ['T', 'dimensiones', 'Estética', '4', ''],
    )
    expect(problems).toEqual([])
    expect(rows.map(({ change, weeklyHours }) => [change, weeklyHours])).toEqual([
      ['update', 5],
      ['create', 3.5],
      ['create', 4],
      ['create', 4],
    ])
    expect(newAreas).toEqual(['Dimensiones'])
    expect(newSubjects.map(({ name, area }) => `${name}/${area}`)).toEqual([
      'Inglés/Humanidades',
      'Corporal/Dimensiones',
      'Estética/Dimensiones',
    ])
    expect(plan(['6', 'Matemáticas', 'matemáticas', '4', '']).rows[0]?.change).toBe('same')
  })

  it('name each cell that is wrong', () => {
    const wrong = plan(
      ['66', 'Matemáticas', 'MAT', 'muchas', 'quizás'],
      ['6', '', 'Inglés', '3', ''],
      ['6', 'Humanidades', 'MAT', '3', ''],
      ['6', 'Humanidades', 'Latín', '2', ''],
      ['0', 'Nueva', 'Danza', '2', ''],
      ['0', 'Nueva', 'danza', '3', ''],
      ['6', 'Otra', 'Danza', '3', ''],
    )
    expect(told(wrong)).toEqual([
      '2 Grado «66» grade',
      '2 Horas semanales «muchas» hours',
      '2 Obligatoria «quizás» yesNo',
      '3 Área «» required',
      '4 Área «Humanidades» subjectOtherArea',
      '5 Asignatura «Latín» subjectOff',
      '7 Asignatura «danza» subjectTwice',
      '8 Área «Otra» subjectOtherArea',
    ])
  })

  it('say which heading is missing', () => {
    expect(
      told(
        readPlanRows(
          [
            ['Grado', 'Materia'],
            ['6', 'x'],
          ],
          catalog,
        ),
      ),
    ).toEqual(['1 Área «» headingMissing', '1 Horas semanales «» headingMissing'])
  })

  it('do not join an area that is split by percentages', () => {
    const items = [{ ...catalog.items[0]!, areaWeight: 100 }]
    const found = readPlanRows([head, ['6', 'Matemáticas', 'Geometría', '1', '']], { ...catalog, items })
    expect(told(found)).toEqual(['2 Asignatura «Geometría» weights'])
  })
})

describe('rows of groups', () => {
  const known = { id: 'g1', gradeLevel: '6', code: '6-A', shift: 'morning', capacity: 35, directorId: null }
  const groups = (...rows: string[][]) =>
    readGroupRows([['Grado', 'Grupo', 'Jornada', 'Cupos', 'Correo del director'], ...rows], {
      grades,
      heading,
      shifts: { morning: ['morning', 'Mañana'], afternoon: ['afternoon', 'Tarde'] },
      staff: new Map([['ana@example.com', 'ana']]),
      groups: [known],
    })

  it('are made or changed; an empty cell leaves what is there', () => {
    const { rows, problems } = groups(['6', '6-a', '', '40', ''], ['6', '6-b', 'MAÑANA', '', 'Ana@Example.com'])
    expect(problems).toEqual([])
    expect(rows).toEqual([
      { ...known, capacity: 40, change: 'update' },
      { id: null, gradeLevel: '6', code: '6-B', shift: 'morning', capacity: null, directorId: 'ana', change: 'create' },
    ])
    expect(groups(['6', '6-A', '', '', '']).rows[0]?.change).toBe('same')
  })

  it('name each cell that is wrong', () => {
    const wrong = groups(
      ['6', '06-ene', 'siesta', '0', 'nadie@example.com'],
      ['6', '', '', '', ''],
      ['6', '6-C', '', '', ''],
      ['6', '6-c', '', '', ''],
      ['6', 'demasiado-largo', '', '', ''],
    )
    expect(told(wrong)).toEqual([
      '2 Grupo «06-ene» codeIsDate',
      '2 Jornada «siesta» shift',
      '2 Cupos «0» capacity',
      '2 Correo del director «nadie@example.com» director',
      '3 Grupo «» required',
      '5 Grupo «6-c» groupTwice',
      '6 Grupo «demasiado-largo» code',
    ])
  })
})
