import { consentCodes } from '@/lib/domain/families/schema'
import { consentHash } from '@/lib/domain/families/steps'
import { findOrAddPerson, invitationMail } from '@/lib/domain/people/steps'
import { catalogueCodes, defaultRequirements } from '@/lib/domain/requirements/rules'
import type { PlatformDb } from '@/lib/platform/db/platform'
import { AppError } from '@/lib/platform/errors'
import { platformCommand } from '@/lib/platform/operation'
import { enqueuePlatformJob } from '@/lib/platform/platform-job'
import { translator } from '@/lib/platform/translator'
import { defined } from '@/lib/shared/defined'
import { countSchoolJob } from '../figures/jobs'
import { openedSchool } from '../platform/schema'
import { type CopyPart, openSchoolInput } from './schema'
import { copyConsents, copyCurriculum, copyRequirements, copySettings, type From, type To } from './steps'
import { copyPlans, copyRules, copyYear } from './year/steps'

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

type Copy = { from: From | null; to: To; parts: readonly CopyPart[]; userId: string }

/** What is not taken from another school comes from the catalogue, so that no school is without either list. */
async function firstRows(db: PlatformDb, sector: string, { from, to, parts, userId }: Copy): Promise<void> {
  const schoolId = to.id
  const wants = (part: CopyPart) => from !== null && parts.includes(part)
  await db.schoolSettings.create({ data: { schoolId }, select: { schoolId: true } })
  if (from && wants('settings')) await copySettings(db, from, to)
  const texts = await firstTexts({ name: to.name, sector })
  const listed = from && wants('requirements') && (await copyRequirements(db, from, to))
  if (!listed) await db.requiredDocument.createMany({ data: texts.requirements.map((row) => ({ schoolId, ...row })) })
  const copied = from && wants('consents') ? await copyConsents(db, from, to, userId) : []
  await db.consentText.createMany({
    data: texts.consents
      .filter(({ code }) => !copied.includes(code))
      .map((row) => ({ schoolId, createdBy: userId, ...row })),
  })
  if (!from || !(wants('structure') || wants('evaluation'))) return
  const years = await copyYear(db, from, to)
  if (wants('structure')) {
    const subjects = await copyCurriculum(db, from, to)
    if (years) await copyPlans(db, from, to, years, subjects)
  }
  if (years && wants('evaluation')) await copyRules(db, from, to, years, userId)
}

/**
 * Opens a school: its row, settings, required documents, consent texts and first rector, who gets an invitation; where it is
 * asked for, with the set-up of another school. Everything of it or nothing.
 * @throws AppError duplicate at `slug` or `nit` when another school has it; not_found at a school to copy that is not there
 */
export const openSchool = platformCommand({
  scope: 'platform',
  name: 'schools.open',
  permission: 'manage:schools',
  input: openSchoolInput,
  output: openedSchool,
  run: async ({ db, ctx, input: { rector, copy, ...data }, mail, audit }) => {
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
    const from = copy
      ? await db.school.findFirst({ where: { id: copy.schoolId }, select: { id: true, name: true, calendar: true } })
      : null
    if (copy && !from) throw new AppError('not_found', { field: 'copy.schoolId', reason: 'schools.refusal.noSource' })
    const to = { id: schoolId, name: school.name, calendar: data.calendar }
    await firstRows(db, data.sector, { from, to, parts: copy?.parts ?? [], userId: ctx.actor.userId })
    const person = await findOrAddPerson(db, { ...rector, locale: 'es' })
    await db.schoolMembership.create({
      data: { schoolId, userId: person.id, roles: ['rector'] },
      select: { id: true },
    })
    await mail(await invitationMail(db, person, { school, roles: ['rector'], inviter: ctx.actor.name }))
    await enqueuePlatformJob(db, countSchoolJob, { schoolId })
    const after = { ...data, rector: rector.email, ...(copy ? { copiedFrom: from?.name, parts: copy.parts } : {}) }
    audit({ action: 'school.open', entity: 'school', entityId: schoolId, after })
    return { id: schoolId, slug: school.slug }
  },
})
