import type { CommandCall } from '@/lib/platform/operation'
import { naturalName } from '@/lib/shared/names'
import { derived, filled } from '../record/steps'
import { arrangeLinks, type LinkFlags } from '../rules'
import type { GuardianData, Relationship } from '../schema'

type Call = Pick<CommandCall, 'rows' | 'db' | 'audit'>

const keyOf = (one: { documentType: string; documentNumber: string }) => `${one.documentType} ${one.documentNumber}`

/**
 * Guardians by document: those whom the school has stay as they are, the others are created in one statement.
 * @returns by `<type> <number>`: the id, and whether it is new
 */
export async function findOrCreateGuardians(
  { rows, db, audit }: Call,
  people: readonly GuardianData[],
): Promise<Map<string, { id: string; isNew: boolean }>> {
  const wanted = new Map(people.map((person) => [keyOf(person), person]))
  const created = await rows.insert<{ id: string; document_type: string; document_number: string }>(
    'guardians',
    [...wanted.values()].map((person) => {
      const { fullName, searchText } = derived(person)
      return {
        document_type: person.documentType,
        document_number: person.documentNumber,
        first_surname: person.firstSurname,
        second_surname: person.secondSurname ?? null,
        first_name: person.firstName,
        second_name: person.secondName ?? null,
        full_name: fullName,
        search_text: searchText,
        phone: person.phone ?? null,
        email: person.email ?? null,
        address: person.address ?? null,
        occupation: person.occupation ?? null,
        workplace: person.workplace ?? null,
      }
    }),
    { skip: true, returning: ['id', 'document_type', 'document_number'] },
  )
  const found = new Map(
    created.map((row) => [`${row.document_type} ${row.document_number}`, { id: row.id, isNew: true }]),
  )
  for (const [key, { id }] of found) {
    const person = wanted.get(key)
    if (!person) continue
    const after = { name: naturalName(person), ...filled(person) }
    audit({ action: 'guardian.create', entity: 'guardian', entityId: id, after })
  }
  const others = [...wanted.entries()].filter(([key]) => !found.has(key))
  if (others.length > 0) {
    const known = await db.guardian.findMany({
      where: { documentNumber: { in: others.map(([, { documentNumber }]) => documentNumber) } },
      select: { id: true, documentType: true, documentNumber: true },
    })
    for (const row of known) if (wanted.has(keyOf(row))) found.set(keyOf(row), { id: row.id, isNew: false })
  }
  return found
}

type Link = Partial<LinkFlags> & { guardianId: string; name: string; relationship: Relationship }

export type NewFamily = { studentId: string; guardians: readonly Link[] }

/** The families of new students, who have nobody yet: the first one named is the one who is called first. */
export async function linkNewFamilies(
  { rows, audit }: Pick<CommandCall, 'rows' | 'audit'>,
  families: readonly NewFamily[],
): Promise<void> {
  const links = families.flatMap(({ studentId, guardians }) =>
    arrangeLinks(guardians).map((link) => ({ ...link, studentId })),
  )
  await rows.insert(
    'student_guardians',
    links.map((link) => ({
      student_id: link.studentId,
      guardian_id: link.guardianId,
      relationship: link.relationship,
      is_primary: link.isPrimary,
      priority: link.priority,
      can_pickup: link.canPickup,
      is_emergency_contact: link.isEmergencyContact,
    })),
  )
  for (const { studentId, guardianId, ...after } of links)
    audit({ action: 'guardian.link', entity: 'guardian', entityId: guardianId, studentId, after })
}
