import { expect } from 'vitest'
import { runImport } from '@/lib/domain/imports/commands'
import { getImport } from '@/lib/domain/imports/queries'
import { database } from '@/lib/platform/db/client'
import { contextFor } from './context'
import { readImported } from './imports'
import { testSchool } from './school'
import { runQueued } from './worker'

export type ImportSchool = Awaited<ReturnType<typeof importSchool>>

/** A school without a child, and its secretary who brings lists into it. */
export async function importSchool() {
  const school = await testSchool()
  const secretary = await contextFor(school, 'secretary')
  const { prisma } = database()
  const of = { schoolId: school.id }

  /** Writes a checked list and waits until it is written. */
  const write = async (importId: string, scope: 'all' | 'good' = 'all') => {
    const { version } = await getImport.run(secretary, { importId })
    await runImport.run(secretary, { importId, version, scope })
    const { failures } = await runQueued()
    expect(failures).toEqual([])
    return readImported(secretary, importId)
  }

  const counts = async () => ({
    students: await prisma.student.count({ where: of }),
    guardians: await prisma.guardian.count({ where: of }),
    enrollments: await prisma.enrollment.count({ where: of }),
  })

  return { school, secretary, of, write, counts, enrolling: { target: { schoolYearId: school.nextYearId } } }
}
