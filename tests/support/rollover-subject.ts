import { database } from '@/lib/platform/db/client'
import { dayToDate } from '@/lib/shared/dates'
import { newId, unique } from './ids'

const plan = {
  structure: { copy: false, courses: false, teachers: false },
  promotion: { undecided: 'waits', pending: 'waits' },
  destinations: [],
}

/** Steps from the school's year to years of their own, in each state that an operation asks for. */
export async function rolloverSubject(school: { id: string; yearId: string; enrollmentId: string }) {
  const { prisma } = database()
  const mine = { schoolId: school.id }
  const inState = async (status: string) => {
    const [toYearId, id] = [newId(), newId()]
    await prisma.schoolYear.create({
      data: {
        ...mine,
        id: toYearId,
        name: `A${unique()}`,
        startsOn: dayToDate('2041-01-15'),
        endsOn: dayToDate('2041-11-30'),
      },
    })
    await prisma.rollover.create({
      data: {
        ...mine,
        id,
        fromYearId: school.yearId,
        toYearId,
        status,
        plan,
        ...(status === 'draft' ? {} : { runAt: new Date() }),
      },
    })
    const exception = { outcome: 'leaves', reason: 'Por una prueba' }
    await prisma.rolloverStudent.create({
      data: { ...mine, rolloverId: id, enrollmentId: school.enrollmentId, exception },
    })
    return id
  }
  return {
    rolloverId: await inState('draft'),
    runningRolloverId: await inState('running'),
    undoingRolloverId: await inState('undoing'),
    doneRolloverId: await inState('done'),
  }
}
