import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { confirmFile, offerFile } from '@/lib/domain/enrollments/documents/files/commands'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { guardianContext } from './context'
import { addEnrollment, readEnrollment } from './enrollment'
import { addGuardian, addStudent } from './family'
import type { TestSchool } from './school'

export type Sample = { fileName: string; contentType: string; bytes: Uint8Array }

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What a browser announces before it sends. */
export const factsOf = ({ fileName, contentType, bytes }: Sample) => ({
  fileName,
  contentType,
  size: bytes.length,
  sha256: sha256(bytes),
})

export type Ticket = Awaited<ReturnType<typeof offerFile.run>>

export const offer = (ctx: SchoolContext, documentId: string, sample: Sample): Promise<Ticket> =>
  offerFile.run(ctx, { documentId, ...factsOf(sample) })

/** Sends bytes to the store as a browser does. @returns the HTTP status */
export async function put(
  ticket: { url: string; headers: Record<string, string> },
  bytes: Uint8Array,
  headers: Record<string, string> = {},
): Promise<number> {
  const answer = await fetch(ticket.url, {
    method: 'PUT',
    headers: { ...ticket.headers, ...headers },
    body: Buffer.from(bytes),
  })
  return answer.status
}

/** Announces the whole file, sends half of it and hangs up. */
export async function putHalf(ticket: Ticket, bytes: Uint8Array): Promise<void> {
  await new Promise<void>((resolve) => {
    const call = request(ticket.url, { method: 'PUT', headers: { ...ticket.headers, 'content-length': bytes.length } })
    call.on('error', () => resolve())
    call.on('close', () => resolve())
    call.write(Buffer.from(bytes.subarray(0, Math.floor(bytes.length / 2))), () => setTimeout(() => call.destroy(), 50))
  })
}

/** The whole way: announce, send, let the server look. */
export async function upload(ctx: SchoolContext, documentId: string, sample: Sample) {
  const ticket = await offer(ctx, documentId, sample)
  const status = await put(ticket, sample.bytes)
  if (status !== 200) throw new Error(`the store answered ${status}`)
  return confirmFile.run(ctx, { documentId, fileId: ticket.fileId })
}

/** A child with an enrollment that misses every paper, and the guardian at the phone. */
export async function papersOf(school: TestSchool) {
  const student = await addStudent(school)
  const guardian = await addGuardian(school, { of: [student.id] })
  const { id: enrollmentId } = await addEnrollment(school, { studentId: student.id })
  const read = () => readEnrollment(school, enrollmentId)
  return {
    student,
    guardian,
    enrollmentId,
    family: await guardianContext(school, guardian.id),
    read,
    document: async (code = 'birth_certificate') => (await read()).documents[code]!.id,
  }
}

/** The row that says what became of a file. */
export const fileRow = (school: { id: string }, id: string) =>
  database().prisma.documentFile.findFirstOrThrow({ where: { schoolId: school.id, id } })
