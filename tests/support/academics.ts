import { defaultRules } from '@/lib/domain/evaluation/rules'
import type { EvaluationRules } from '@/lib/domain/evaluation/schema'
import { rulesHash } from '@/lib/domain/evaluation/steps'
import { database } from '@/lib/platform/db/client'
import { dayToDate, type IsoDay } from '@/lib/shared/dates'
import { addEnrollment } from './enrollment'
import { newId, unique } from './ids'
import type { TestSchool } from './school'

type School = Pick<TestSchool, 'id'>
const yearBegins = '2026-01-19'

/** An area of the curriculum; answers its id. */
export async function addArea(school: School, over: { name?: string; legalCode?: number } = {}): Promise<string> {
  const id = newId()
  const { name = `Área ${unique()}`, legalCode = null } = over
  await database().prisma.academicArea.create({ data: { schoolId: school.id, id, name, legalCode } })
  return id
}

export type SubjectOverrides = {
  areaId?: string
  name?: string
  code?: string
  assessment?: 'numeric' | 'descriptive'
}

/** A subject, in an area of its own unless one is given; answers its id. */
export async function addSubject(school: School, over: SubjectOverrides = {}): Promise<string> {
  const id = newId()
  const { name = `Asignatura ${unique()}`, code = unique().toUpperCase(), assessment = 'numeric' } = over
  const areaId = over.areaId ?? (await addArea(school))
  await database().prisma.subject.create({ data: { schoolId: school.id, id, areaId, name, code, assessment } })
  return id
}

export type GroupOverrides = {
  gradeLevel?: string
  code?: string
  yearId?: string
  directorId?: string | null
  capacity?: number | null
  shift?: string | null
}

/** A group of the active year; answers its id. */
export async function addGroup(school: TestSchool, over: GroupOverrides = {}): Promise<string> {
  const id = newId()
  const { gradeLevel = '6', code = '6-A', yearId = school.yearId, directorId = null } = over
  await database().prisma.classGroup.create({
    data: {
      schoolId: school.id,
      id,
      schoolYearId: yearId,
      gradeLevel,
      code,
      directorId,
      capacity: over.capacity ?? null,
      shift: over.shift ?? 'morning',
    },
  })
  return id
}

export type CourseOverrides = {
  groupId?: string
  subjectId?: string
  weeklyHours?: string
  areaWeight?: string | null
  position?: number
  /** Who teaches it; null: nobody. The school's teacher unless said. */
  teacherId?: string | null
  validFrom?: IsoDay
  validTo?: IsoDay
}

export type TestCourse = { id: string; classGroupId: string; subjectId: string; areaId: string; yearId: string }

/** A course of the active year, with the school's teacher since the year began unless said otherwise. */
export async function addCourse(school: TestSchool, over: CourseOverrides = {}): Promise<TestCourse> {
  const { prisma } = database()
  const id = newId()
  const { weeklyHours = '4', areaWeight = null, position = 0 } = over
  const classGroupId = over.groupId ?? (await addGroup(school, { code: `G${unique()}`.slice(0, 10) }))
  const subjectId = over.subjectId ?? (await addSubject(school))
  await prisma.courseOffering.create({
    data: { schoolId: school.id, id, classGroupId, subjectId, weeklyHours, areaWeight, position },
  })
  const teacherId = over.teacherId === undefined ? school.members.teacher.userId : over.teacherId
  const { validFrom, validTo } = over
  if (teacherId)
    await addAssignment(school, id, { teacherId, ...(validFrom && { validFrom }), ...(validTo && { validTo }) })
  const { areaId } = await prisma.subject.findFirstOrThrow({ where: { schoolId: school.id, id: subjectId } })
  const group = await prisma.classGroup.findFirstOrThrow({ where: { schoolId: school.id, id: classGroupId } })
  return { id, classGroupId, subjectId, areaId, yearId: group.schoolYearId }
}

export type AssignmentOverrides = {
  teacherId: string
  role?: 'main' | 'support' | 'substitute'
  validFrom?: IsoDay
  validTo?: IsoDay | null
}

/** Somebody teaches a course from a day on, to a last day if there is one; answers the assignment's id. */
export async function addAssignment(
  school: School,
  courseOfferingId: string,
  over: AssignmentOverrides,
): Promise<string> {
  const id = newId()
  const { teacherId, role = 'main', validFrom = yearBegins, validTo = null } = over
  await database().prisma.teacherAssignment.create({
    data: {
      schoolId: school.id,
      id,
      courseOfferingId,
      teacherId,
      role,
      validFrom: dayToDate(validFrom),
      validTo: validTo ? dayToDate(validTo) : null,
    },
  })
  return id
}

export type PlacedStudent = { studentId: string; enrollmentId: string; name: string }

/** Children with an active enrollment in the group's grade, in the group and in all of its courses, by surname. */
export async function placeStudents(
  school: TestSchool,
  classGroupId: string,
  count: number,
  from: IsoDay = yearBegins,
): Promise<PlacedStudent[]> {
  const { prisma } = database()
  const [group, courses] = await Promise.all([
    prisma.classGroup.findFirstOrThrow({ where: { schoolId: school.id, id: classGroupId } }),
    prisma.courseOffering.findMany({ where: { schoolId: school.id, classGroupId, isActive: true } }),
  ])
  const placed: PlacedStudent[] = []
  for (let index = 0; index < count; index++) {
    const enrollment = await addEnrollment(school, {
      yearId: group.schoolYearId,
      gradeLevel: group.gradeLevel,
      groupCode: group.code,
      shift: group.shift,
      status: 'active',
      documents: Object.fromEntries(Object.keys(school.requirements).map((code) => [code, 'validated' as const])),
    })
    const { fullName } = await prisma.student.findFirstOrThrow({
      where: { schoolId: school.id, id: enrollment.studentId },
    })
    placed.push({ studentId: enrollment.studentId, enrollmentId: enrollment.id, name: fullName })
  }
  const since = { schoolId: school.id, validFrom: dayToDate(from) }
  await prisma.groupPlacement.createMany({
    data: placed.map(({ enrollmentId }) => ({ ...since, id: newId(), classGroupId, enrollmentId })),
  })
  await prisma.courseEnrollment.createMany({
    data: placed.flatMap(({ enrollmentId }) =>
      courses.map(({ id }) => ({ ...since, id: newId(), courseOfferingId: id, enrollmentId })),
    ),
  })
  return placed.toSorted((a, b) => a.name.localeCompare(b.name, 'es'))
}

export type SlotOverrides = {
  weekday?: number
  startsMinute?: number
  endsMinute?: number
  room?: string | null
  validFrom?: IsoDay
  validTo?: IsoDay | null
}

/** A lesson of every week: Mondays from 7:00 to 7:55 unless said; answers its id. */
export async function addSlot(school: School, courseOfferingId: string, over: SlotOverrides = {}): Promise<string> {
  const id = newId()
  const { weekday = 1, startsMinute = 420, endsMinute = startsMinute + 55, room = null } = over
  const { validFrom = yearBegins, validTo = null } = over
  await database().prisma.timetableSlot.create({
    data: {
      schoolId: school.id,
      id,
      courseOfferingId,
      weekday,
      startsMinute,
      endsMinute,
      room,
      validFrom: dayToDate(validFrom),
      validTo: validTo ? dayToDate(validTo) : null,
    },
  })
  return id
}

/** The rules that a year is marked by: the default ones, with what differs in `over`; answers their id. */
export async function addRules(
  school: TestSchool,
  over: Partial<EvaluationRules> = {},
  yearId: string = school.yearId,
): Promise<string> {
  const id = newId()
  const rules = { ...defaultRules(), ...over }
  await database().prisma.evaluationRules.create({
    data: {
      schoolId: school.id,
      id,
      schoolYearId: yearId,
      number: 1,
      rules,
      sha256: rulesHash(rules),
      status: 'active',
      activatedAt: dayToDate(yearBegins),
      createdBy: school.members.rector.userId,
    },
  })
  return id
}
