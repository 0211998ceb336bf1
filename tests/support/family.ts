import { database } from '@/lib/platform/db/client'
import { dayToDate } from '@/lib/shared/dates'
import { newId } from './ids'
import { type Person, personColumns, somebody } from './person'

type School = { id: string }

export type StudentOverrides = Partial<Person> & {
  birthDate?: string
  gender?: 'F' | 'M'
  isActive?: boolean
  userId?: string
  extraData?: object
}

/** A student of the school, with the derived columns; answers the row. */
export async function addStudent(school: School, over: StudentOverrides = {}) {
  const { birthDate = '2015-04-09', gender = 'F', isActive = true, userId, extraData = {}, ...person } = over
  return database().prisma.student.create({
    data: {
      schoolId: school.id,
      id: newId(),
      ...personColumns(somebody(person)),
      birthDate: dayToDate(birthDate),
      gender,
      isActive,
      userId: userId ?? null,
      extraData,
    },
  })
}

export type GuardianOverrides = Partial<Person> & {
  phone?: string | null
  email?: string | null
  isActive?: boolean
  userId?: string
  /** Ids of the students; the guardian is the primary one of those who have none yet. */
  of?: string[]
  relationship?: string
}

/** A guardian, linked to the students of `of`; answers the row. */
export async function addGuardian(school: School, over: GuardianOverrides = {}) {
  const { prisma } = database()
  const { phone = '+573001234567', isActive = true, userId, of = [], relationship = 'mother', email, ...person } = over
  const id = newId()
  const guardian = await prisma.guardian.create({
    data: {
      schoolId: school.id,
      id,
      ...personColumns(somebody(person, 'CC')),
      phone,
      email: email === undefined ? `acudiente-${id}@example.com` : email,
      isActive,
      userId: userId ?? null,
    },
  })
  for (const studentId of of) {
    const priority = 1 + (await prisma.studentGuardian.count({ where: { schoolId: school.id, studentId } }))
    await prisma.studentGuardian.create({
      data: {
        schoolId: school.id,
        id: newId(),
        studentId,
        guardianId: guardian.id,
        relationship,
        isPrimary: priority === 1,
        priority,
        canPickup: true,
        isEmergencyContact: priority === 1,
      },
    })
  }
  return guardian
}
