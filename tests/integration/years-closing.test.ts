import { beforeEach, describe, expect, it } from 'vitest'
import { saveScores } from '@/lib/domain/gradebook/scores/commands'
import { changeYearStatus } from '@/lib/domain/years/commands'
import { changePeriodStatus } from '@/lib/domain/years/periods/commands'
import { readYear, readYearOverview } from '@/lib/domain/years/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { contextFor } from '../support/context'
import { addEnrollment } from '../support/enrollment'
import { addGradedCourse } from '../support/gradebook'
import { refusal } from '../support/refusal'
import { type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let rector: SchoolContext
beforeEach(async () => {
  school = await testSchool()
  rector = await contextFor(school, 'rector')
})

const year = (yearId: string) => readYear.run(rector, { yearId })
const reasonOf = async (work: Promise<unknown>) => (await refusal(work)).details.reason

describe('two at once', () => {
  const close = async () =>
    changeYearStatus.run(rector, {
      yearId: school.yearId,
      version: (await year(school.yearId)).version,
      status: 'closed',
    })
  const move = async (periodId: string, status: 'closed' | 'open') => {
    const { version } = (await year(school.yearId)).periods.find(({ id }) => id === periodId)!
    const reason = status === 'open' ? { reason: 'Faltaba una nota' } : { acceptsGaps: true }
    return changePeriodStatus.run(rector, { periodId, version, status, ...reason })
  }
  const states = async () => {
    const { status, periods } = await year(school.yearId)
    return { status, open: periods.filter((period) => period.status === 'open').length }
  }

  it('never leave a closed year with an open period', async () => {
    const [first, second] = school.periodIds as [string, string]
    for (const periodId of [first, second]) await move(periodId, 'closed')
    for (let round = 0; round < 4; round++) {
      await Promise.allSettled([close(), move(second, 'open')])
      const now = await states()
      expect(now.status === 'closed' && now.open > 0).toBe(false)
      // Back to where both may try again.
      if (now.status === 'closed')
        await changeYearStatus.run(rector, {
          yearId: school.yearId,
          version: (await year(school.yearId)).version,
          status: 'active',
          reason: 'Otra vez',
        })
      else if (now.open > 0) await move(second, 'closed')
    }
  })

  it('a teacher who types while the year is closed has the score kept, or a clear refusal and nothing half done', async () => {
    const { course, activities, students } = await addGradedCourse(school, { students: 1, activities: 1 })
    const teacher = await contextFor(school, 'teacher')
    await move(school.periodIds[1] as string, 'closed')
    const type = () =>
      saveScores.run(teacher, {
        ...course,
        cells: [
          {
            activityId: activities[0]!,
            enrollmentId: students[0]!.enrollmentId,
            status: 'scored',
            score: '4.0',
            version: 0,
          },
        ],
      })
    const [typed] = await Promise.allSettled([type(), move(school.periodIds[0] as string, 'closed').then(close)])
    expect(await states()).toEqual({ status: 'closed', open: 0 })
    const kept = await database().prisma.activityScore.count({ where: { schoolId: school.id } })
    if (typed.status === 'fulfilled') expect(kept).toBe(1)
    else {
      expect(typed.reason).toMatchObject({
        code: 'not_allowed_now',
        details: { reason: 'gradebook.refusal.periodNotOpen' },
      })
      expect(kept).toBe(0)
    }
    expect(await reasonOf(type())).toBe('gradebook.refusal.periodNotOpen')
  })
})

describe('the overview of a year', () => {
  it('tells what is open before it is closed', async () => {
    const { id } = await addEnrollment(school, { status: 'active' })
    await addEnrollment(school, { status: 'in_review' })
    const overview = () => readYearOverview.run(rector, { yearId: school.yearId })
    expect(await overview()).toMatchObject({
      periods: { draft: 0, open: 2 },
      undecided: 1,
      pending: 0,
      waiting: 1,
      rollover: null,
    })
    await database().prisma.promotion.create({ data: { schoolId: school.id, enrollmentId: id, status: 'pending' } })
    expect(await overview()).toMatchObject({ undecided: 0, pending: 1 })
  })
})
