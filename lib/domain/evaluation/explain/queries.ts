import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { translator } from '@/lib/platform/translator'
import type { Mark } from '../marks/rules'
import { readMarks } from '../policy'
import { type PeriodMark, yearsOf } from '../results/year/rules'
import { isComplete, publishedOnly, readYearData } from '../results/year/steps'
import { rulesOfGrade } from '../rules'
import { showScore } from '../scale/rules'
import { rulesFor } from '../steps'
import { explainPromotion, explainTrace, type Say, type Telling } from '../trace/rules'
import { type Explained, explainInput, explanation } from './schema'
import { markReader } from './steps'

/**
 * «¿Por qué esta nota?»: how a mark came about, in the period, in the year so far, in its area, and what the year comes to.
 * Staff see the courses that are theirs to see; a student and a guardian their own, of published periods.
 * @throws AppError not_found when there is no such mark, or none that this person may see
 */
export const explainMark = query({
  name: 'evaluation.explain',
  permission: readMarks,
  input: explainInput,
  output: explanation,
  run: async ({ db, ctx, input }) => {
    const { courseOfferingId, enrollmentId, academicPeriodId, language } = input
    const enrollment = await markReader({ db, ctx }, courseOfferingId, enrollmentId)
    const { schoolYearId } = enrollment
    const [inForce, ofPeriod, say] = await Promise.all([
      rulesFor({ db }, { schoolYearId }),
      academicPeriodId ? rulesFor({ db }, { academicPeriodId }) : null,
      translator(language, 'evaluation') as unknown as Promise<Say>,
    ])
    const data = await readYearData(db, inForce.rules, { schoolYearId, enrollmentIds: [enrollmentId] })
    const [student] = yearsOf(inForce.rules, enrollment.publishedOnly ? publishedOnly(data) : data)
    const subjectId = data.courses.get(courseOfferingId)?.subjectId
    const subject = student?.subjects.find((one) => one.subjectId === subjectId)
    const area = student?.areas.find(({ id }) => id === subject?.areaId)
    const inPeriod = (marks: readonly PeriodMark[]) => marks.find(({ periodId }) => periodId === academicPeriodId)
    const period = data.periods.find(({ id }) => id === academicPeriodId)
    if (!student || !subject || !area || (academicPeriodId && !inPeriod(subject.periods)))
      throw new AppError('not_found')
    const telling = (rules: typeof inForce): Telling & { shows: ReturnType<typeof rulesOfGrade> } => {
      const own = rulesOfGrade(rules.rules, enrollment.gradeLevel)
      return { say, locale: language, scale: own.scale, shows: own }
    }
    const explain = (mark: Mark, rules = inForce): Explained => {
      const words = telling(rules)
      return {
        value: mark.value,
        shown: mark.value === null ? null : showScore(words.shows, mark.value, language),
        level: mark.level,
        levelName: mark.level && say(`level.${mark.level}`),
        passes: mark.passes,
        told: explainTrace(words, mark.trace),
        trace: mark.trace,
      }
    }
    const [mark, areaMark] = [inPeriod(subject.periods), inPeriod(area.periods)]
    return {
      student: enrollment.student.fullName,
      subject: subject.subject,
      area: area.name,
      year: enrollment.schoolYear.name,
      rulesNumber: (ofPeriod ?? inForce).number,
      period: period ? { id: period.id, name: period.name, status: period.status } : null,
      mark: mark ? explain(mark, ofPeriod ?? inForce) : null,
      yearMark: explain(subject.year),
      areaMark: explain(area.year),
      areaInPeriod: areaMark ? explain(areaMark) : null,
      promotion: {
        status: student.promotion.status,
        name: say(`promotion.status.${student.promotion.status}`),
        told: explainPromotion(telling(inForce), student.promotion),
        soFar: !isComplete(data),
      },
    }
  },
})
