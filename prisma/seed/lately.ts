import { createPhrase } from '@/lib/domain/gradebook/phrases/commands'
import { createMeeting, holdMeeting } from '@/lib/domain/meetings/commands'
import { createDecision } from '@/lib/domain/meetings/decisions/commands'
import { saveMembers } from '@/lib/domain/meetings/members/commands'
import { signMinutes } from '@/lib/domain/meetings/minutes/commands'
import { readMeetingStudents } from '@/lib/domain/meetings/students/queries'
import { issueCertificate } from '@/lib/domain/papers/certificates/commands'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { mintForJob } from '@/lib/platform/mint'
import type { Role } from '@/lib/platform/permissions'
import { systemMeta } from '@/lib/platform/request'
import { addDays, dateToDay, today } from '@/lib/shared/dates'
import type { DemoPerson } from './staff'

const phrases = [
  ['strength', 'Participa con respeto y escucha a sus compañeros.'],
  ['strength', 'Entrega sus trabajos a tiempo y los revisa antes.'],
  ['difficulty', 'Le cuesta explicar por escrito cómo llegó al resultado.'],
  ['difficulty', 'Falta con frecuencia a la primera hora y se atrasa en los temas.'],
  ['recommendation', 'Leer en casa veinte minutos cada día y contar lo leído.'],
  ['recommendation', 'Asistir al refuerzo de los martes con su acudiente informado.'],
] as const

/**
 * What the people of a school did lately, through the operations that they use: a meeting of the comisión de evaluación y
 * promoción about the last published period, certificates, phrases that everybody is offered, and the notices of what waits.
 */
export async function showLately(schoolId: string, people: readonly DemoPerson[]): Promise<void> {
  const first = (role: Role) => people.find((person) => person.role === role)!
  const as = (role: Role) => mintForJob(schoolId, first(role).id, 'demo', systemMeta())
  const coordinator = await as('coordinator')
  for (const [kind, text] of phrases) await createPhrase.run(coordinator, { kind, text, shared: true })
  await meet(
    coordinator,
    await as('rector'),
    ['rector', 'coordinator', 'teacher'].map((role) => first(role as Role)),
  )
  await issueCertificates(await as('secretary'), schoolId, first('rector').id)
  await tellWhatWaits(schoolId, people)
}

const offices: Partial<Record<Role, string>> = { rector: 'Rectoría', coordinator: 'Coordinación', teacher: 'Docente' }

async function meet(coordinator: SchoolContext, rector: SchoolContext, staff: DemoPerson[]): Promise<void> {
  const { prisma } = database()
  const { schoolId } = coordinator
  const period = await prisma.academicPeriod.findFirst({
    where: { schoolId, status: 'published', schoolYear: { status: 'active' } },
    orderBy: { number: 'desc' },
  })
  const group = await prisma.classGroup.findFirst({
    where: { schoolId, gradeLevel: '6', schoolYear: { status: 'active' } },
    orderBy: { code: 'asc' },
  })
  if (!period || !group) return
  const { schoolYearId, id: periodId } = period
  const afterwards = addDays(dateToDay(period.endsOn), 5)
  const heldOn = afterwards < today() ? afterwards : today()
  const { id: meetingId, version } = await createMeeting.run(coordinator, {
    ...{ schoolYearId, periodId, gradeLevel: '6', heldOn },
    notes: 'Se revisó el desempeño del grado y se acordaron los apoyos del periodo siguiente.',
  })
  const members = staff.map(({ id, name, role }) => ({ userId: id, name, role: offices[role] ?? role, present: true }))
  const called = await saveMembers.run(coordinator, { meetingId, version, members })
  const { students } = await readMeetingStudents.run(coordinator, { meetingId, classGroupId: group.id })
  const weak = students.filter(({ failed }) => failed.length > 0).slice(0, 3)
  for (const { enrollmentId, failed } of weak)
    await createDecision.run(coordinator, {
      ...{ meetingId, enrollmentId, kind: failed.length > 1 ? 'support' : 'recovery' },
      decision: failed.length > 1 ? 'Plan de apoyo con citación del acudiente.' : 'Actividad de nivelación.',
      reason: `Desempeño bajo en ${failed.join(', ')}.`,
    })
  const held = await holdMeeting.run(coordinator, { meetingId, version: called.version })
  await signMinutes.run(rector, { meetingId, version: held.version })
}

async function issueCertificates(secretary: SchoolContext, schoolId: string, rectorId: string): Promise<void> {
  const { prisma } = database()
  const signer = await prisma.schoolMembership.findFirstOrThrow({ where: { schoolId, userId: rectorId } })
  const enrollments = await prisma.enrollment.findMany({
    where: { schoolId, status: 'active', schoolYear: { status: 'active' }, groupCode: { not: null } },
    orderBy: { id: 'asc' },
    take: 4,
  })
  for (const [index, { id: enrollmentId }] of enrollments.entries())
    await issueCertificate.run(secretary, {
      ...{ enrollmentId, kind: 'enrollment_certificate', signerIds: [signer.id] },
      ...(index === 0 ? { addressee: 'Caja de compensación familiar' } : {}),
    })
}

/** What families and teachers asked for stands in rows that were written at once; so do its notices. */
async function tellWhatWaits(schoolId: string, people: readonly DemoPerson[]): Promise<void> {
  const { prisma } = database()
  const waiting = { schoolId, status: 'pending' }
  const [corrections, excuses, papers] = await Promise.all([
    prisma.attendanceCorrection.count({ where: waiting }),
    prisma.absenceExcuse.count({ where: waiting }),
    prisma.enrollmentDocument.count({ where: { schoolId, status: 'uploaded' } }),
  ])
  const leading: Role[] = ['rector', 'coordinator']
  const notices = [
    { kind: 'correctionAsked', path: 'attendance/corrections', count: corrections, roles: leading },
    { kind: 'excuseAsked', path: 'attendance/excuses', count: excuses, roles: leading },
    { kind: 'documentsArrived', path: 'review', count: papers, roles: ['rector', 'secretary'] as Role[] },
  ]
  await prisma.notification.createMany({
    data: notices.flatMap(({ roles, ...notice }) =>
      people
        .filter(({ role }) => notice.count > 0 && roles.includes(role))
        .map(({ id: userId }) => ({ schoolId, userId, ...notice })),
    ),
  })
}
