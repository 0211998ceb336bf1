import type { CommandCall } from '@/lib/platform/operation'

type Call = Pick<CommandCall, 'db'>

/** Ids of stored files that rows of the student's name. */
async function namedFiles({ db }: Call, studentId: string): Promise<string[]> {
  const of = { enrollment: { studentId }, fileId: { not: null } }
  const select = { fileId: true } as const
  const found = await Promise.all([
    db.absenceExcuse.findMany({ where: of, select }),
    db.reportCard.findMany({ where: of, select }),
    db.issuedDocument.findMany({ where: { studentId, fileId: { not: null } }, select }),
    db.piarSignature.findMany({ where: { plan: { studentId }, fileId: { not: null } }, select }),
  ])
  return [...new Set(found.flat().flatMap(({ fileId }) => fileId ?? []))]
}

/** What lies in the store for a student, to be asked before the student goes. */
export async function filesOfStudent(call: Call, studentId: string): Promise<{ keys: string[]; storedIds: string[] }> {
  const [sent, storedIds] = await Promise.all([
    call.db.documentFile.findMany({ where: { document: { enrollment: { studentId } } }, select: { objectKey: true } }),
    namedFiles(call, studentId),
  ])
  return { keys: sent.map(({ objectKey }) => objectKey), storedIds }
}

const unused = {
  activities: { none: {} },
  communications: { none: {} },
  disciplineEvents: { none: {} },
  excuses: { none: {} },
  issuedDocuments: { none: {} },
  meetings: { none: {} },
  piarSignatures: { none: {} },
  reportCards: { none: {} },
  simatSnapshots: { none: {} },
} as const

/** Removes those of the files that nobody else names. @returns their keys */
export async function dropUnusedFiles({ db }: Call, ids: string[]): Promise<string[]> {
  const files = await db.storedFile.findMany({
    where: { id: { in: ids }, ...unused },
    select: { id: true, objectKey: true },
  })
  await db.storedFile.deleteMany({ where: { id: { in: files.map(({ id }) => id) } } })
  return files.map(({ objectKey }) => objectKey)
}
