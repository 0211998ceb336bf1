import { beforeEach, describe, expect, it } from 'vitest'
import { saveScores } from '@/lib/domain/gradebook/scores/commands'
import { scoreHistoryOf } from '@/lib/domain/gradebook/scores/queries'
import { adjustImport, runImport } from '@/lib/domain/imports/commands'
import { getImport, importTemplateFile } from '@/lib/domain/imports/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { contextFor } from '../support/context'
import { addGradedCourse, type GradedCourse } from '../support/gradebook'
import { type Cell, checkedImport, readImported, workbook } from '../support/imports'
import { mailsOf } from '../support/outbox'
import { type TestSchool, testSchool } from '../support/school'
import { runQueued } from '../support/worker'

let school: TestSchool
beforeEach(async () => {
  school = await testSchool()
})

async function run(ctx: SchoolContext, importId: string, scope: 'all' | 'good' = 'all') {
  const { version } = await getImport.run(ctx, { importId })
  await runImport.run(ctx, { importId, version, scope })
  expect((await runQueued()).failures).toEqual([])
  return readImported(ctx, importId)
}

describe('a list of people', () => {
  const list = (...rows: Cell[][]) => workbook([['Nombre completo', 'Correo', 'Cargo'], ...rows])
  const kind = { kind: 'users' as const }

  it('invites each with the roles that the words mean, and leaves who is there alone', async () => {
    const rector = await contextFor(school, 'rector')
    const teacher = school.members.teacher
    const checked = await checkedImport(
      rector,
      await list(
        ['Marta Gómez', 'MARTA@colegio.example.com', 'Docente y Coordinadora'],
        ['Luis Ríos', 'luis@colegio.example.com', 'profesor'],
        [teacher.name, teacher.email, 'Rectora'],
        ['Ana', 'no-es-correo', 'Capitán'],
        ['Marta G.', 'marta@colegio.example.com', 'Docente'],
      ),
      kind,
    )
    expect(checked.rows.map(({ verdict }) => verdict)).toEqual(['create', 'create', 'keep', 'error', 'error'])
    expect(checked.rows[3]?.problems.map(({ message }) => message)).toEqual([
      'Escriba un correo completo, por ejemplo ana@ejemplo.co.',
      expect.stringContaining('No se reconoce el cargo'),
    ])
    await run(rector, checked.importId, 'good')
    const members = await database().prisma.schoolMembership.findMany({
      where: { schoolId: school.id, user: { email: { endsWith: '@colegio.example.com' } } },
      select: { roles: true, user: { select: { email: true } } },
      orderBy: { user: { email: 'asc' } },
    })
    expect(members).toEqual([
      { roles: ['teacher'], user: { email: 'luis@colegio.example.com' } },
      { roles: ['coordinator', 'teacher'], user: { email: 'marta@colegio.example.com' } },
    ])
    expect((await mailsOf(school, { template: 'invitation' })).length).toBe(2)
    const same = await database().prisma.schoolMembership.findFirstOrThrow({
      where: { schoolId: school.id, userId: teacher.userId },
    })
    expect(same.roles).toEqual(['teacher'])
  })

  it('never grants what no school can grant', async () => {
    const rector = await contextFor(school, 'rector')
    const checked = await checkedImport(rector, await list(['Eva', 'eva@x.example.com', 'superadmin']), kind)
    expect(checked.counts.verdicts).toEqual({ error: 1 })
  })
})

describe('a sheet of scores', () => {
  let graded: GradedCourse
  let teacher: SchoolContext
  let names: string[]
  beforeEach(async () => {
    graded = await addGradedCourse(school, { titles: ['Taller 1', 'Quiz'] })
    teacher = await contextFor(school, 'teacher')
    const students = await database().prisma.student.findMany({
      where: {
        schoolId: school.id,
        enrollments: { some: { id: { in: graded.students.map(({ enrollmentId }) => enrollmentId) } } },
      },
      orderBy: { fullName: 'asc' },
    })
    names = students.map(({ fullName }) => fullName)
  })
  const kind = () => ({ kind: 'scores' as const, target: graded.course })
  const list = (...rows: Cell[][]) => workbook([['Estudiante', 'Taller 1', 'Quiz'], ...rows])
  const stored = () =>
    database().prisma.activityScore.findMany({
      where: { schoolId: school.id },
      orderBy: { score: 'asc' },
      select: { status: true, score: true },
    })

  it('is written through the grid, each value with its history', async () => {
    const checked = await checkedImport(
      teacher,
      await list([names[0] ?? '', '4,5', 'NP'], [names[1] ?? '', 7, 3], ['Nadie Conocido', 4, 4]),
      kind(),
    )
    expect(checked.rows.map(({ verdict }) => verdict)).toEqual(['create', 'error', 'error'])
    expect(checked.rows[1]?.problems[0]).toMatchObject({
      heading: 'Taller 1',
      message: expect.stringContaining('fuera de la escala'),
    })
    await run(teacher, checked.importId, 'good')
    expect((await stored()).map(({ status, score }) => [status, score && Number(score)])).toEqual([
      ['scored', 4.5],
      ['not_submitted', null],
    ])
    const [first] = await database().prisma.activityScore.findMany({ where: { schoolId: school.id, status: 'scored' } })
    const { items } = await scoreHistoryOf.run(teacher, {
      activityId: first!.activityId,
      enrollmentId: first!.enrollmentId,
    })
    expect(items[0]).toMatchObject({ source: 'import', after: { score: '4.5' } })
  })

  it('leaves a score that is there alone unless the teacher says otherwise', async () => {
    const checked = await checkedImport(teacher, await list([names[0] ?? '', 4, 4]), kind())
    await run(teacher, checked.importId)
    const other = await checkedImport(teacher, await list([names[0] ?? '', 2, '']), kind())
    expect(other.counts.verdicts).toEqual({ keep: 1 })
    await adjustImport.run(teacher, { importId: other.importId, version: other.version, existing: 'update' })
    await runQueued()
    await run(teacher, other.importId)
    expect((await stored()).map(({ score }) => Number(score))).toEqual([2, 4])
  })

  it('written meanwhile by hand, a cell is not overwritten', async () => {
    const checked = await checkedImport(teacher, await list([names[0] ?? '', 4, '']), kind())
    const [enrollment] = await database().prisma.enrollment.findMany({
      where: { schoolId: school.id, student: { fullName: names[0] ?? '' } },
    })
    const cell = {
      activityId: graded.activities[0],
      enrollmentId: enrollment?.id,
      status: 'scored',
      score: '1.0',
      version: 0,
    }
    await saveScores.run(teacher, { ...graded.course, cells: [cell] })
    const { counts } = await run(teacher, checked.importId, 'good')
    expect(counts.outcomes).toEqual({ kept: 1 })
    expect((await stored()).map(({ score }) => Number(score))).toEqual([1])
  })

  it('has a template with the students of the course', async () => {
    const { content } = await importTemplateFile.run(teacher, { kind: 'scores', ...graded.course })
    const checked = await checkedImport(teacher, Buffer.from(content, 'base64'), kind())
    expect(checked).toMatchObject({ missing: [], counts: { rows: names.length, verdicts: { same: names.length } } })
  })

  it('of another teacher’s course is nobody’s to import', async () => {
    const secretary = await contextFor(school, 'secretary')
    await expect(checkedImport(secretary, await list(), kind())).rejects.toMatchObject({ code: 'forbidden' })
  })
})
