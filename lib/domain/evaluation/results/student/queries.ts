import { courseWhere } from '@/lib/domain/academics/policy'
import type { SchoolContext } from '@/lib/platform/context'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { query } from '@/lib/platform/operation'
import { can } from '@/lib/platform/permissions'
import type { Mark } from '../../marks/rules'
import { ownEnrollments, readMarks } from '../../policy'
import { rulesOfGrade } from '../../rules'
import { showScore } from '../../scale/rules'
import type { EvaluationRules } from '../../schema'
import { rulesFor } from '../../steps'
import { type StudentYear, type SubjectYear, yearsOf } from '../year/rules'
import { isComplete, publishedOnly, readYearData } from '../year/steps'
import { studentMarks, studentMarksInput } from './schema'

type Call = { db: TenantClient; ctx: SchoolContext }

/** The enrollment whose marks are shown, and which of them: all, those of the own courses, or what is published. */
async function readerOf({ db, ctx }: Call, studentId: string, schoolYearId: string | undefined) {
  const find = (more: object) =>
    db.enrollment.findFirst({
      where: {
        AND: [
          { studentId, ...(schoolYearId ? { schoolYearId } : { schoolYear: { status: { not: 'planning' } } }) },
          more,
        ],
      },
      orderBy: { schoolYear: { startsOn: 'desc' } },
      select: { id: true, gradeLevel: true, schoolYear: { select: { id: true, name: true } } },
    })
  if (can(ctx.permissions, 'read:grades')) return { enrollment: await find({}), sees: 'all' as const }
  const own = ownEnrollments(ctx)
  const family = own && (await find(own))
  if (family) return { enrollment: family, sees: 'published' as const }
  const taught = { courses: { some: { courseOffering: courseWhere(ctx, 'read:grades') } } }
  return { enrollment: can(ctx.permissions, 'write:grades') ? await find(taught) : null, sees: 'own' as const }
}

function describe(rules: EvaluationRules, student: StudentYear, mine: ReadonlySet<string> | null) {
  const shown = (gradeLevel: string, { value, level, trace }: Mark) => {
    const show = (score: string) => showScore(rulesOfGrade(rules, gradeLevel), score, 'en')
    const recovery = trace.steps.find((step) => step.what === 'recovery')
    return {
      value,
      level,
      shown: value === null ? null : show(value),
      recovery:
        recovery?.what === 'recovery'
          ? { original: recovery.original && show(recovery.original), score: show(recovery.score) }
          : null,
    }
  }
  const marksOf = (gradeLevel: string, { periods, year }: Pick<SubjectYear, 'periods' | 'year'>) => ({
    periods: periods.map((mark) => ({ periodId: mark.periodId, ...shown(gradeLevel, mark) })),
    year: shown(gradeLevel, year),
  })
  const inWords = ({ year }: SubjectYear) =>
    year.trace.steps.some((step) => step.what === 'empty' && step.reason === 'descriptive')
  const areas = student.areas.map((area) => {
    const subjects = student.subjects.filter(
      ({ areaId, subjectId }) => areaId === area.id && (!mine || mine.has(subjectId)),
    )
    const grade = student.subjects[0]?.gradeLevel ?? ''
    return {
      id: area.id,
      name: area.name,
      marks: mine ? null : marksOf(grade, area),
      subjects: subjects.map((subject) => ({
        courseOfferingId: subject.id,
        name: subject.subject,
        inWords: inWords(subject),
        ...marksOf(subject.gradeLevel, subject),
      })),
    }
  })
  return areas.filter(({ subjects }) => subjects.length > 0)
}

/**
 * A student's year: the mark of each subject and area in each period, the year so far and what it comes to. A teacher sees the
 * own subjects; a student and a guardian the own marks of published periods. Empty for who may see none of it.
 */
export const readStudentMarks = query({
  name: 'evaluation.studentMarks',
  permission: readMarks,
  input: studentMarksInput,
  output: studentMarks,
  run: async ({ db, ctx, input: { studentId, schoolYearId } }) => {
    const { enrollment, sees } = await readerOf({ db, ctx }, studentId, schoolYearId)
    if (!enrollment) return { enrollmentId: null, year: null, periods: [], areas: [], promotion: null, complete: false }
    const year = enrollment.schoolYear
    const [{ rules }, taught] = await Promise.all([
      rulesFor({ db }, { schoolYearId: year.id }),
      sees === 'own'
        ? db.courseOffering.findMany({ where: courseWhere(ctx, 'read:grades'), select: { subjectId: true } })
        : null,
    ])
    const read = await readYearData(db, rules, { schoolYearId: year.id, enrollmentIds: [enrollment.id] })
    const data = sees === 'published' ? publishedOnly(read) : read
    const [student] = yearsOf(rules, data)
    const periods = data.periods.map(({ id, number, name, status }) => ({ id, number, name, status }))
    const mine = taught && new Set(taught.map(({ subjectId }) => subjectId))
    const visible = student && (sees !== 'published' || periods.length > 0)
    return {
      enrollmentId: enrollment.id,
      year,
      periods,
      areas: visible ? describe(rules, student, mine) : [],
      promotion: visible && sees !== 'own' ? student.promotion.status : null,
      complete: isComplete(read),
    }
  },
})
