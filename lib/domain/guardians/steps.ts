import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import { naturalName } from '@/lib/shared/names'
import { arrangeFamily, lockFamily, type Wanted } from './family/steps'
import { filled, nameColumns, saveByDocument } from './record/steps'
import { repeatedGuardians } from './rules'
import type { GuardianInput } from './schema'

export { derived } from './record/steps'

async function guardianNamed({ db }: Pick<CommandCall, 'db'>, id: string) {
  const row = await db.guardian.findFirst({ where: { id }, select: nameColumns })
  if (!row) throw new AppError('not_found')
  return { id, name: naturalName(row) }
}

/**
 * Guardians of a child, each found by id or by document, or created; then linked in order with exactly one primary.
 * Links that are not named stay.
 * @param path of one entry in the input, for the refusal's field
 * @throws AppError not_found for a student or guardian that this school has not; duplicate; invalid for one named twice
 */
export async function upsertGuardians(
  call: CommandCall,
  studentId: string,
  guardians: GuardianInput[],
  path = 'guardians.{index}.',
): Promise<{ guardianIds: string[] }> {
  const at = (index: number) => path.replace('{index}', String(index))
  const [twice] = repeatedGuardians(guardians)
  if (twice !== undefined)
    throw new AppError('invalid', { field: `${at(twice)}guardian.documentNumber`, reason: 'validation.guardianTwice' })
  const family = await lockFamily(call, studentId)
  const wanted: Wanted[] = []
  for (const [index, { guardianId, guardian, ...flags }] of guardians.entries()) {
    const person = guardian
      ? await saveByDocument(call, guardian, `${at(index)}guardian.`)
      : await guardianNamed(call, guardianId ?? '')
    wanted.push({ ...filled(flags), guardianId: person.id, name: person.name } as Wanted)
  }
  await arrangeFamily(call, studentId, family, wanted)
  return { guardianIds: wanted.map(({ guardianId }) => guardianId) }
}
