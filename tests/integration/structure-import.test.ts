import readXlsxFile from 'read-excel-file/node'
import { beforeEach, describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { listAreas } from '@/lib/domain/academics/areas/queries'
import { listGroups } from '@/lib/domain/academics/groups/queries'
import { importStructure } from '@/lib/domain/academics/import/commands'
import { checkImport, importTemplate } from '@/lib/domain/academics/import/queries'
import { changePlanStatus, createPlan } from '@/lib/domain/academics/plans/commands'
import { readPlan } from '@/lib/domain/academics/plans/queries'
import { listSubjects } from '@/lib/domain/academics/subjects/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { MAX_TABLE_BYTES } from '@/lib/platform/table-reader'
import { addGroup } from '../support/academics'
import { contextFor } from '../support/context'
import { refusal } from '../support/refusal'
import { type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let rector: SchoolContext
let studyPlanId: string
beforeEach(async () => {
  school = await testSchool()
  rector = await contextFor(school, 'rector')
  studyPlanId = (await createPlan.run(rector, { schoolYearId: school.yearId, name: 'General' })).id
})

const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64')
type Cell = string | number | Date | null
async function xlsx(...rows: (Cell | { formula: string })[][]): Promise<string> {
  const cell = (value: Cell | { formula: string }) => {
    if (typeof value === 'object' && value !== null && 'formula' in value)
      return { value: value.formula, type: 'Formula' as const }
    return value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : value
  }
  return base64(await writeXlsxFile(rows.map((row) => row.map(cell)) as never).toBuffer())
}
const planInput = (content: string) => ({
  kind: 'plan',
  schoolYearId: school.yearId,
  studyPlanId,
  fileName: 'plan.xlsx',
  content,
})
const groupsInput = (content: string) => ({
  kind: 'groups',
  schoolYearId: school.yearId,
  fileName: 'grupos.csv',
  content,
})
const planHead = ['Grado', 'Área', 'Asignatura', 'Horas semanales', 'Obligatoria']
const reasonOf = async (content: string) => (await refusal(checkImport.run(rector, planInput(content)))).details

describe('importing a plan', () => {
  it('says first what it would do, and then does exactly that, as often as one asks', async () => {
    const content = await xlsx(
      planHead,
      ['Sexto', 'Matemáticas', 'Matemáticas', 4, 'sí'],
      ['6', 'Matemáticas', 'Geometría', 1.5, 'no'],
      [null, null, null, null, null],
      [0, 'Dimensiones', 'Corporal', 5, null],
    )
    const dry = await checkImport.run(rector, planInput(content))
    expect(dry).toEqual({
      rows: 3,
      create: 3,
      update: 0,
      same: 0,
      newAreas: ['Matemáticas', 'Dimensiones'],
      newSubjects: ['Matemáticas', 'Geometría', 'Corporal'],
      problems: [],
    })
    expect((await listAreas.run(rector, {})).items).toEqual([])
    expect(await importStructure.run(rector, planInput(content))).toEqual(dry)
    const { grades } = await readPlan.run(rector, { studyPlanId })
    expect(grades).toMatchObject([
      { gradeLevel: '0', weeklyHours: 20, total: 5, items: [{ subject: 'Corporal', isMandatory: true }] },
      { gradeLevel: '6', weeklyHours: 30, total: 5.5, items: [{ subject: 'Matemáticas' }, { isMandatory: false }] },
    ])
    expect((await listSubjects.run(rector, {})).items.map(({ code }) => code)).toEqual(['GEOM', 'MATE', 'CORP'])
    const again = await importStructure.run(rector, planInput(content))
    expect(again).toMatchObject({ create: 0, update: 0, same: 3, newAreas: [], newSubjects: [] })
    const line = await database().prisma.auditLog.findFirst({ where: { schoolId: school.id, action: 'plan.import' } })
    expect(line?.after).toMatchObject({ file: 'plan.xlsx', count: 3, create: 3 })
  })

  it('names every cell that is wrong, and then stores nothing', async () => {
    const content = await xlsx(
      planHead,
      ['Sexto', 'Matemáticas', 'Álgebra', 4, 'sí'],
      ['Sextísimo', 'Matemáticas', 'Geometría', 70, 'quizás'],
    )
    const { problems } = await checkImport.run(rector, planInput(content))
    expect(problems.map(({ row, column, value }) => `${row} ${column} ${value}`)).toEqual([
      '3 Grado Sextísimo',
      '3 Horas semanales 70',
      '3 Obligatoria quizás',
    ])
    expect(problems[0]?.message).toContain('«Sextísimo» no es un grado')
    const refused = await refusal(importStructure.run(rector, planInput(content)))
    expect(refused).toMatchObject({ code: 'invalid', details: { data: { count: 3, problems } } })
    expect((await listSubjects.run(rector, {})).items).toEqual([])
    expect((await readPlan.run(rector, { studyPlanId })).grades).toEqual([])
  })

  it('refuses formulas, huge files, old and broken ones, each with its reason', async () => {
    const formula = await xlsx(planHead, ['6', 'Matemáticas', 'Álgebra', { formula: '=2+2' }, null])
    expect(await reasonOf(formula)).toMatchObject({ reason: 'table_formula', data: { cell: 'D2' } })
    const csv = base64(`${planHead.join(';')}\n6;Matemáticas;=HYPERLINK("x");4;\n`)
    expect(await reasonOf(csv)).toMatchObject({ reason: 'table_formula', data: { cell: 'C2' } })
    expect((await reasonOf(base64(Buffer.alloc(MAX_TABLE_BYTES + 1, 'x')))).reason).toBe('table_too_large')
    expect((await reasonOf(base64('6;a;b;1;\n'.repeat(3001)))).reason).toBe('table_too_many_rows')
    expect((await reasonOf(base64(Buffer.from('d0cf11e0a1b11ae1', 'hex')))).reason).toBe('table_old_format')
    expect((await reasonOf(base64('PK\x03\x04 nada'))).reason).toBe('table_unreadable')
    expect((await reasonOf(base64(Buffer.from([0x41, 0, 0, 1, 0x42, 0x43, 0])))).reason).toBe('table_unreadable')
    expect((await reasonOf(base64(' \n;;\n'))).reason).toBe('table_empty')
  })

  it('goes into a draft of that year of this school only', async () => {
    const content = base64(`${planHead.join(';')}\n6;Matemáticas;Álgebra;4;\n`)
    const wrongYear = { ...planInput(content), schoolYearId: school.nextYearId }
    expect((await refusal(importStructure.run(rector, wrongYear))).code).toBe('not_found')
    const stranger = await contextFor(await testSchool(), 'rector')
    expect((await refusal(importStructure.run(stranger, planInput(content)))).code).toBe('not_found')
    const { studyPlanId: _, ...without } = planInput(content)
    expect((await refusal(importStructure.run(rector, without))).details.fields).toEqual({
      studyPlanId: 'validation.required',
    })
    await importStructure.run(rector, planInput(content))
    await database().prisma.gradeHours.updateMany({ where: { studyPlanId }, data: { weeklyHours: '4' } })
    await changePlanStatus.run(rector, { studyPlanId, version: 1, status: 'approved' })
    expect((await reasonOf(content)).reason).toBe('academics.refusal.planApproved')
  })
})

describe('importing groups', () => {
  it('reads a CSV of windows-1252, changes what is there and makes the rest', async () => {
    await addGroup(school, { code: '6-A', capacity: 30 })
    const { email } = school.members.teacher
    const text = `Grado;Grupo;Jornada;Cupos;Correo del director\r\nSexto;6-a;;35;${email}\r\nTransición;T-A;Mañana;;\r\n`
    const input = groupsInput(base64(Buffer.from(text, 'latin1')))
    expect(await importStructure.run(rector, input)).toMatchObject({ create: 1, update: 1, problems: [] })
    const { items } = await listGroups.run(rector, { schoolYearId: school.yearId })
    expect(items).toMatchObject([
      { gradeLevel: '0', code: 'T-A', shift: 'morning', plan: 'General' },
      { code: '6-A', shift: 'morning', capacity: 35, director: school.members.teacher.name, version: 2 },
    ])
  })

  it('knows a code that the spreadsheet turned into a day', async () => {
    const content = await xlsx(['Grado', 'Grupo'], ['6', new Date(Date.UTC(2026, 5, 1))])
    const { problems } = await checkImport.run(rector, groupsInput(content))
    expect(problems).toMatchObject([{ row: 2, column: 'Grupo', value: '01/06/2026' }])
    expect(problems[0]?.message).toContain('convirtió el código en una fecha')
  })
})

describe('the template', () => {
  it.each(['plan', 'groups'] as const)('of %s is understood as it is', async (kind) => {
    for (const format of ['xlsx', 'csv'] as const) {
      const file = await importTemplate.run(rector, { kind, format })
      expect(file.fileName).toMatch(new RegExp(`^plantilla-.*\\.${format}$`))
      const input = kind === 'plan' ? planInput(file.content) : groupsInput(file.content)
      expect(await checkImport.run(rector, input)).toMatchObject({ create: 2, problems: [] })
    }
    const { content } = await importTemplate.run(rector, { kind, format: 'xlsx' })
    const [sheet] = await readXlsxFile(Buffer.from(content, 'base64'))
    expect(sheet?.data[0]?.[0]).toBe('Grado')
  })

  it('is the rector’s', async () => {
    const teacher = await contextFor(school, 'teacher')
    expect((await refusal(importTemplate.run(teacher, { kind: 'plan' }))).code).toBe('forbidden')
  })
})
