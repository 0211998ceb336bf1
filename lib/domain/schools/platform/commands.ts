import { consentCodes } from '@/lib/domain/families/schema'
import { consentHash } from '@/lib/domain/families/steps'
import { findOrAddPerson, invitationMail } from '@/lib/domain/people/steps'
import { catalogueCodes, defaultRequirements } from '@/lib/domain/requirements/rules'
import { AppError } from '@/lib/platform/errors'
import { platformCommand } from '@/lib/platform/operation'
import { translator } from '@/lib/platform/translator'
import { updateVersioned } from '@/lib/platform/version'
import { defined } from '@/lib/shared/defined'
import { createSchoolInput, setSchoolActiveInput } from '../schema'
import { openedSchool, schoolState } from './schema'

/** What a school reads and asks for before it changes anything: in Spanish, whoever opens it. */
async function firstTexts(school: { name: string; sector: string }) {
  const [requirements, families] = await Promise.all([translator('es', 'requirements'), translator('es', 'families')])
  const texts = catalogueCodes.map((code) => {
    // Every code of the catalogue has its texts (requirements/rules.test.ts); one stands for all.
    const key = `catalogue.${code}` as 'catalogue.photo'
    return [code, { name: requirements(`${key}.name`), help: requirements(`${key}.help`) }]
  })
  return {
    requirements: defaultRequirements(school.sector, Object.fromEntries(texts)),
    consents: consentCodes.map((code) => {
      const title = families(`consentText.${code}.title`)
      const body = families(`consentText.${code}.body`, { school: school.name })
      return { code, version: 1, title, body, sha256: consentHash(title, body) }
    }),
  }
}

/**
 * Opens a school: its row, settings, required documents, consent texts and first rector, who gets an invitation.
 * Everything of it or nothing.
 * @throws AppError duplicate at `slug` or `nit` when another school has it
 */
export const openSchool = platformCommand({
  scope: 'platform',
  name: 'schools.open',
  permission: 'manage:schools',
  input: createSchoolInput,
  output: openedSchool,
  run: async ({ db, ctx, input: { rector, ...data }, mail, audit }) => {
    const taken = await db.school.findFirst({
      where: { OR: [{ slug: data.slug }, ...(data.nit ? [{ nit: data.nit }] : [])] },
      select: { slug: true },
    })
    if (taken) {
      const field = taken.slug === data.slug ? 'slug' : 'nit'
      throw new AppError('duplicate', { field, reason: `schools.refusal.${field}Taken` })
    }
    const school = await db.school.create({
      data: defined(data),
      select: { id: true, slug: true, name: true },
    })
    const schoolId = school.id
    const texts = await firstTexts(data)
    const person = await findOrAddPerson(db, { ...rector, locale: 'es' })
    await db.schoolSettings.create({ data: { schoolId }, select: { schoolId: true } })
    await db.requiredDocument.createMany({ data: texts.requirements.map((row) => ({ schoolId, ...row })) })
    await db.consentText.createMany({
      data: texts.consents.map((row) => ({ schoolId, createdBy: ctx.actor.userId, ...row })),
    })
    await db.schoolMembership.create({
      data: { schoolId, userId: person.id, roles: ['rector'] },
      select: { id: true },
    })
    await mail(await invitationMail(db, person, { school, roles: ['rector'], inviter: ctx.actor.name }))
    audit({ action: 'school.open', entity: 'school', entityId: schoolId, after: { ...data, rector: rector.email } })
    return { id: schoolId, slug: school.slug }
  },
})

/** Closes a school's doors, or opens them again. Its people and programs are out at their next request; nothing is deleted. */
export const setSchoolActive = platformCommand({
  scope: 'platform',
  name: 'schools.setActive',
  permission: 'manage:schools',
  input: setSchoolActiveInput,
  output: schoolState,
  run: async ({ db, input: { schoolId, version, isActive }, audit }) => {
    const saved = await updateVersioned<{ id: string; version: number; isActive: boolean }>(db.school, {
      id: schoolId,
      version,
      data: { isActive },
      shows: ['isActive'],
    })
    audit({ action: isActive ? 'school.activate' : 'school.deactivate', entity: 'school', entityId: schoolId })
    return { version: saved.version, isActive: saved.isActive }
  },
})
