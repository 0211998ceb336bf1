import { changed } from '@/lib/platform/audit'
import { AppError } from '@/lib/platform/errors'
import { type CommandCall, command } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { naturalName } from '@/lib/shared/names'
import { arrangeFamily, lockFamily } from './family/steps'
import { derived, guardianColumns, named, saveByDocument } from './record/steps'
import {
  linkedGuardian,
  linkGuardianInput,
  savedGuardian,
  saveGuardianInput,
  setGuardianActiveInput,
  unlinkedGuardian,
  unlinkGuardianInput,
  updateGuardianInput,
  updateLinkInput,
} from './schema'
import { upsertGuardians } from './steps'

/** A guardian by document: known ones get what is given, others are created. */
export const saveGuardian = command({
  name: 'guardians.save',
  permission: 'write:enrollment',
  input: saveGuardianInput,
  output: linkedGuardian,
  run: async (call) => ({ guardianId: (await saveByDocument(call, call.input)).id }),
})

async function stored({ db }: Pick<CommandCall, 'db'>, guardianId: string) {
  const row = await db.guardian.findFirst({ where: { id: guardianId }, select: guardianColumns })
  if (!row) throw new AppError('not_found')
  return row
}

async function save(call: CommandCall, change: { id: string; version: number; data: Record<string, unknown> }) {
  try {
    return await updateVersioned<{ id: string; version: number }>(call.db.guardian, change)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error
    throw new AppError('conflict', { current: await stored(call, change.id) })
  }
}

/** @throws AppError conflict with the record as it is now; duplicate when the document is another guardian's */
export const updateGuardian = command({
  name: 'guardians.update',
  permission: 'write:enrollment',
  input: updateGuardianInput,
  output: savedGuardian,
  run: async (call) => {
    const { guardianId, version, ...rest } = call.input
    const before = await stored(call, guardianId)
    const data = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
    const next = { ...before, ...data }
    const { documentType, documentNumber } = next
    const owner = await call.db.guardian.findFirst({
      where: { documentType, documentNumber, id: { not: guardianId } },
      select: { id: true, fullName: true },
    })
    if (owner)
      throw new AppError('duplicate', {
        field: 'documentNumber',
        reason: 'guardians.refusal.numberTaken',
        data: { guardianId: owner.id, name: owner.fullName },
      })
    const news = changed<Record<string, unknown>>(before, data)
    if (Object.keys(news.after).length === 0) return { id: guardianId, version: before.version }
    const saved = await save(call, { id: guardianId, version, data: { ...data, ...derived(next) } })
    const name = naturalName(before)
    call.audit({ action: 'guardian.update', entity: 'guardian', entityId: guardianId, ...named(name, news) })
    return saved
  },
})

/** A guardian who is not active gets no family link and is not offered any more. */
export const setGuardianActive = command({
  name: 'guardians.setActive',
  permission: 'write:enrollment',
  input: setGuardianActiveInput,
  output: savedGuardian,
  run: async (call) => {
    const { guardianId, version, isActive } = call.input
    const saved = await save(call, { id: guardianId, version, data: { isActive } })
    call.audit({
      action: isActive ? 'guardian.reactivate' : 'guardian.deactivate',
      entity: 'guardian',
      entityId: guardianId,
      before: { isActive: !isActive },
      after: { isActive },
    })
    return saved
  },
})

/** Ties a guardian to a student: one the school knows, or one who is found by document or created. */
export const linkGuardian = command({
  name: 'guardians.link',
  permission: 'write:enrollment',
  input: linkGuardianInput,
  output: linkedGuardian,
  run: async (call) => {
    const { studentId, ...guardian } = call.input
    const { guardianIds } = await upsertGuardians(call, studentId, [guardian], '')
    return { guardianId: guardianIds[0] ?? '' }
  },
})

/** Relationship, order, who is the primary one, who may pick the child up, who is called in an emergency. */
export const updateLink = command({
  name: 'guardians.updateLink',
  permission: 'write:enrollment',
  input: updateLinkInput,
  output: linkedGuardian,
  run: async (call) => {
    const { studentId, guardianId, ...flags } = call.input
    const links = await lockFamily(call, studentId)
    const link = links.find((one) => one.guardianId === guardianId)
    if (!link) throw new AppError('not_found')
    await arrangeFamily(call, studentId, links, [{ ...flags, guardianId, name: link.name }])
    return { guardianId }
  },
})

/** The guardian stays in the school; the next in order becomes the primary one when this one was. */
export const unlinkGuardian = command({
  name: 'guardians.unlink',
  permission: 'write:enrollment',
  input: unlinkGuardianInput,
  output: unlinkedGuardian,
  run: async (call) => {
    const { studentId, guardianId } = call.input
    const links = await lockFamily(call, studentId)
    const link = links.find((one) => one.guardianId === guardianId)
    if (!link) throw new AppError('not_found')
    const { id, ...was } = link
    await call.db.studentGuardian.deleteMany({ where: { id } })
    const { guardianId: _, ...before } = was
    call.audit({ action: 'guardian.unlink', entity: 'guardian', entityId: guardianId, studentId, before })
    await arrangeFamily(
      call,
      studentId,
      links.filter((one) => one !== link),
      [],
    )
    return was
  },
})
