import type { TenantClient } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { pictureOf, signerRole } from '../letterhead/rules'
import type { Signer } from '../letterhead/schema'
import { readPaperSettings } from '../numbering/steps'
import type { PaperKind } from '../rules'
import type { StoredSignature } from './schema'

type Db = Pick<TenantClient, 'schoolSettings' | 'schoolMembership'>

export const blankSignature = (membershipId: string): StoredSignature => ({
  membershipId,
  name: null,
  position: null,
  kinds: [],
  picture: null,
  pendingPicture: null,
})

/** Somebody of the staff as a paper of this moment names them. */
export const signerAs = (person: { name: string; role: Signer['role'] }, signature?: StoredSignature): Signer => ({
  name: signature?.name ?? person.name,
  role: person.role,
  ...(signature?.position ? { position: signature.position } : {}),
  ...(signature?.picture ? { picture: pictureOf(signature.picture) } : {}),
})

/** Active staff who may sign, with what the school has set for each. */
export async function readSigningStaff(db: Db) {
  const [settings, rows] = await Promise.all([
    readPaperSettings(db),
    db.schoolMembership.findMany({
      where: { isActive: true },
      orderBy: { createdAt: 'asc' },
      select: { id: true, userId: true, roles: true, user: { select: { fullName: true } } },
    }),
  ])
  const staff = rows.flatMap(({ id, userId, roles, user }) => {
    const role = signerRole(roles)
    const signature = settings.signatures.find(({ membershipId }) => membershipId === id)
    return role ? [{ membershipId: id, userId, name: user.fullName, role, signature }] : []
  })
  return { version: settings.version, staff }
}

/** Who signs a kind of paper by the school's settings; the first rector where they name nobody. */
export async function signersOf(db: Db, kind: PaperKind): Promise<{ userId: string; signer: Signer }[]> {
  const { staff } = await readSigningStaff(db)
  const named = staff.filter(({ signature }) => signature?.kinds.includes(kind))
  const signing = named.length > 0 ? named : staff.filter(({ role }) => role === 'rector').slice(0, 1)
  return signing.map(({ userId, signature, ...person }) => ({ userId, signer: signerAs(person, signature) }))
}

/** The stored signature of one who may sign. @throws AppError not_found */
export async function findSignature(db: Db, membershipId: string) {
  const { version, staff } = await readSigningStaff(db)
  const person = staff.find((one) => one.membershipId === membershipId)
  if (!person) throw new AppError('not_found')
  return { version, person, signature: person.signature ?? blankSignature(membershipId) }
}
