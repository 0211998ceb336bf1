import { changed } from '@/lib/platform/audit'
import { AppError } from '@/lib/platform/errors'
import { type CommandCall, command } from '@/lib/platform/operation'
import { defined } from '@/lib/shared/defined'
import { logoTicket } from '../../schools/branding/schema'
import { offerStoredFile } from '../../schools/files/steps'
import { acceptPicture } from '../../schools/pictures/steps'
import { saved } from '../../schools/schema'
import { saveSettings } from '../../schools/steps'
import { readPaperSettings } from '../numbering/steps'
import { prepareSignatureInput, type StoredSignature, saveSignatureInput, signatureOfInput } from './schema'
import { findSignature } from './steps'

type Call = Pick<CommandCall, 'db' | 'ctx' | 'audit'>

/** The settings of papers with this signature in them. */
async function settingsWith({ db }: Pick<Call, 'db'>, signature: StoredSignature) {
  const { version, prefixes, signatures } = await readPaperSettings(db)
  const others = signatures.filter(({ membershipId }) => membershipId !== signature.membershipId)
  return { version, paperSettings: { prefixes, signatures: [...others, signature] } }
}

async function keep(call: Call, version: number, signature: StoredSignature) {
  const { paperSettings } = await settingsWith(call, signature)
  const { membershipId } = signature
  return saveSettings(call.db, version, { paperSettings }, () => undefined).catch(async (error: unknown) => {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error
    const now = await findSignature(call.db, membershipId)
    const { name, position, kinds } = now.signature
    throw new AppError('conflict', { current: { version: now.version, membershipId, name, position, kinds } })
  })
}

/** Name and position as they stand on paper, and which papers this person signs. */
export const saveSignature = command({
  name: 'papers.saveSignature',
  permission: 'config:institution',
  input: saveSignatureInput,
  output: saved,
  run: async (call) => {
    const { version, membershipId, ...sent } = call.input
    const { person, signature } = await findSignature(call.db, membershipId)
    const data = defined(sent)
    const next = await keep(call, version, { ...signature, ...data })
    const { before, after } = changed(
      { name: signature.name, position: signature.position, kinds: signature.kinds },
      data,
    )
    call.audit({
      action: 'school.saveSignature',
      entity: 'school',
      entityId: call.ctx.schoolId,
      before,
      after: { ...after, signer: person.name },
    })
    return { version: next }
  },
})

/** A ticket to write the picture of a signature straight to the store. */
export const prepareSignature = command({
  name: 'papers.prepareSignature',
  permission: 'config:institution',
  input: prepareSignatureInput,
  output: logoTicket,
  run: async (call) => {
    const { db, ctx, audit } = call
    const { membershipId, ...file } = call.input
    const { person, signature } = await findSignature(db, membershipId)
    const { objectKey, ticket } = await offerStoredFile(call, { ...file, fileName: 'signature', purpose: 'picture' })
    const { version, paperSettings } = await settingsWith({ db }, { ...signature, pendingPicture: objectKey })
    // Not a change that anybody edits against: the version stays.
    const { count } = await db.schoolSettings.updateMany({ where: { version }, data: { paperSettings } })
    if (count === 0) throw new AppError('conflict')
    audit({
      action: 'school.offerSignature',
      entity: 'school',
      entityId: ctx.schoolId,
      after: { signer: person.name, size: file.size },
    })
    return ticket
  },
})

/** Makes the uploaded picture the signature. @throws AppError invalid; not_allowed_now; see acceptPicture */
export const confirmSignature = command({
  name: 'papers.confirmSignature',
  permission: 'config:institution',
  input: signatureOfInput,
  output: saved,
  run: async (call) => {
    const { version, membershipId } = call.input
    const { person, signature } = await findSignature(call.db, membershipId)
    const { key, size } = await acceptPicture(call.db, signature.pendingPicture, 'picture')
    const next = await keep(call, version, { ...signature, picture: key, pendingPicture: null })
    call.audit({
      action: 'school.setSignature',
      entity: 'school',
      entityId: call.ctx.schoolId,
      after: { signer: person.name, size },
    })
    return { version: next }
  },
})

/** Papers that were printed with it keep it. */
export const removeSignature = command({
  name: 'papers.removeSignature',
  permission: 'config:institution',
  input: signatureOfInput,
  output: saved,
  run: async (call) => {
    const { version, membershipId } = call.input
    const { person, signature } = await findSignature(call.db, membershipId)
    const next = await keep(call, version, { ...signature, picture: null })
    call.audit({
      action: 'school.removeSignature',
      entity: 'school',
      entityId: call.ctx.schoolId,
      after: { signer: person.name },
    })
    return { version: next }
  },
})
