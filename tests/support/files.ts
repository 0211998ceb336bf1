import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { database } from '@/lib/platform/db/client'
import { newObjectKey, writeObject } from '@/lib/platform/storage'
import { recount } from './enrollment'
import { newId } from './ids'

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const sizes = Buffer.alloc(8)
  sizes.writeUInt32BE(data.length, 0)
  sizes.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([sizes.subarray(0, 4), body, sizes.subarray(4)])
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A picture that opens: `side` × `side` grey pixels. */
function png(side = 8): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0])
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  const rows = Buffer.alloc(side * (side + 1), 0x99)
  for (let row = 0; row < side; row += 1) rows[row * (side + 1)] = 0
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A document of one empty page that opens. */
function pdf(): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((body, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj${body}endobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${text}xref\n0 4\n0000000000 65535 f \n${table}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  )
}

export const samples = {
  pdf: { contentType: 'application/pdf', fileName: 'registro.pdf', bytes: pdf() },
  png: { contentType: 'image/png', fileName: 'foto.png', bytes: png() },
} as const

/** Puts a real file into the store as the document's current one: state `uploaded`, counters written. */
export async function putFile(
  school: { id: string },
  documentId: string,
  { kind = 'pdf', guardianId = null }: { kind?: keyof typeof samples; guardianId?: string | null } = {},
) {
  const { prisma } = database()
  const { bytes, contentType, fileName } = samples[kind]
  const [id, objectKey] = [newId(), newObjectKey(school.id)]
  await writeObject(objectKey, bytes, contentType)
  const now = new Date()
  const where = { schoolId: school.id, documentId }
  await prisma.documentFile.updateMany({ where: { ...where, status: 'accepted' }, data: { status: 'superseded' } })
  await prisma.documentFile.create({
    data: {
      ...where,
      id,
      objectKey,
      fileName,
      contentType,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      status: 'accepted',
      guardianId,
      checkedAt: now,
    },
  })
  await prisma.enrollmentDocument.updateMany({
    where: { schoolId: school.id, id: documentId },
    data: { status: 'uploaded', fileId: id, r2ObjectKey: objectKey, fileName, uploadedAt: now, rejectionReason: null },
  })
  const { enrollmentId } = await prisma.enrollmentDocument.findFirstOrThrow({
    where: { schoolId: school.id, id: documentId },
  })
  await recount(school, enrollmentId)
  return { id, objectKey, bytes, contentType }
}
