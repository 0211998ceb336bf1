import { database } from '@/lib/platform/db/client'
import { writeObject } from '@/lib/platform/storage'
import type { DemoObject, SchoolRows } from './rows'

const width = 16

/** Puts the files into the object store, some at a time. */
async function saveObjects(objects: readonly DemoObject[]): Promise<void> {
  const waiting = [...objects]
  const carry = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await writeObject(next.key, next.bytes, next.contentType)
  }
  await Promise.all(Array.from({ length: width }, carry))
}

/** Stores a school's rows in the order of their keys, and its files beside. */
export async function saveRows(rows: SchoolRows): Promise<void> {
  const { prisma } = database()
  const tables = async () => {
    await prisma.student.createMany({ data: rows.students })
    await prisma.guardian.createMany({ data: rows.guardians })
    await prisma.studentGuardian.createMany({ data: rows.studentGuardians })
    await prisma.familyLink.createMany({ data: rows.familyLinks })
    await prisma.enrollment.createMany({ data: rows.enrollments })
    await prisma.enrollmentDocument.createMany({ data: rows.documents })
    await prisma.documentFile.createMany({ data: rows.files })
    await prisma.consent.createMany({ data: rows.consents })
    await prisma.auditLog.createMany({ data: rows.audit })
    await prisma.outboxMail.createMany({ data: rows.mails })
  }
  await Promise.all([tables(), saveObjects(rows.objects)])
}
