import { plain } from '@/lib/domain/academics/import/rules'
import { schoolRoles } from '@/lib/domain/people/rules'
import { findOrAddPerson, invitationMail, refuseSuperadminInVisit } from '@/lib/domain/people/steps'
import { makeRoomFor } from '@/lib/domain/schools/limits/steps'
import type { CommandCall } from '@/lib/platform/operation'
import { translator } from '@/lib/platform/translator'
import type { Judged, RowToJudge, Written } from '../rules'
import type { ImportSettings } from '../schema'
import { judgeUsers, type RoleWords, type UserPlan } from './row/rules'

/** What people write for a role, besides its name in both languages. */
const more: Record<string, readonly string[]> = {
  rector: ['rectora', 'director', 'directora'],
  coordinator: ['coordinadora', 'coordinador'],
  secretary: ['secretario', 'secretaria', 'auxiliar administrativo', 'auxiliar administrativa'],
  teacher: ['docente', 'profesora', 'profesor', 'maestro', 'maestra'],
  student: ['estudiante', 'alumno', 'alumna'],
  acudiente: ['acudiente', 'padre de familia', 'madre de familia'],
}

async function roleWords(): Promise<RoleWords> {
  const both = await Promise.all(['es', 'en'].map((locale) => translator(locale, 'people')))
  return new Map(
    schoolRoles.flatMap((role) =>
      [role, ...both.map((t) => t(`role.${role}`)), ...(more[role] ?? [])].map((word) => [plain(word), role] as const),
    ),
  )
}

export async function judgeUserRows(
  { db }: Pick<CommandCall, 'db'>,
  { settings }: { settings: ImportSettings },
  rows: readonly RowToJudge[],
  before: ReadonlyMap<string, number> = new Map(),
): Promise<Judged<UserPlan>[]> {
  const [words, people] = await Promise.all([
    roleWords(),
    db.schoolMembership.findMany({ select: { user: { select: { email: true, fullName: true } } } }),
  ])
  const members = new Map(people.map(({ user }) => [user.email, user.fullName]))
  return judgeUsers(rows, settings.columns, { members, roleWords: words, before })
}

/** Invites each of them, as the form for one person does. */
export async function writeUserRows(
  { db, ctx, directory, mail, audit }: CommandCall,
  plans: readonly UserPlan[],
): Promise<Written[]> {
  const written: Written[] = []
  for (const { email, fullName, roles } of plans) {
    const person = await findOrAddPerson(directory, { email, fullName, locale: 'es' })
    await refuseSuperadminInVisit({ ctx, directory }, person.id)
    const there = await db.schoolMembership.findFirst({ where: { userId: person.id }, select: { id: true } })
    if (there) {
      written.push({ outcome: 'kept', recordId: there.id })
      continue
    }
    await makeRoomFor(db, 'people')
    const { id } = await db.schoolMembership.create({
      data: { schoolId: ctx.schoolId, userId: person.id, roles },
      select: { id: true },
    })
    await mail(await invitationMail(directory, person, { school: ctx.school, roles, inviter: ctx.actor.name }))
    const after = { name: person.fullName, email, roles }
    audit({ action: 'membership.invite', entity: 'membership', entityId: id, after })
    written.push({ outcome: 'created', recordId: id, ids: { membershipId: id } })
  }
  return written
}
