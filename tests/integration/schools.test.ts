import { createHash, randomInt } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { listRequirements } from '@/lib/domain/requirements/queries'
import { confirmLogo, prepareLogo, removeLogo, updateBranding } from '@/lib/domain/schools/branding/commands'
import { readBranding, readLogo } from '@/lib/domain/schools/branding/queries'
import { updateSchool, updateSettings } from '@/lib/domain/schools/commands'
import { computeFigures } from '@/lib/domain/schools/figures/steps'
import { openSchool } from '@/lib/domain/schools/opening/commands'
import { setSchoolActive } from '@/lib/domain/schools/platform/commands'
import { listSchools, readOneSchool } from '@/lib/domain/schools/platform/queries'
import { readSchool, schoolAppearance } from '@/lib/domain/schools/queries'
import type { PlatformContext, SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { mintForSession, mintForToken } from '@/lib/platform/mint'
import { readSession } from '@/lib/platform/session'
import { nitCheckDigit } from '@/lib/shared/nit'
import { addApiToken, contextFor, platformContext, testMeta } from '../support/context'
import { unique } from '../support/ids'
import { linkIn, platformMailsTo } from '../support/outbox'
import { refusal } from '../support/refusal'
import { addUser, type TestSchool, testSchool } from '../support/school'
import { openSession } from '../support/session'

let platform: PlatformContext
beforeAll(async () => {
  platform = await platformContext()
})

const someNit = () => {
  const digits = String(randomInt(800_000_000, 999_999_999))
  return `${digits}-${nitCheckDigit(digits)}`
}
const form = (over: object = {}) => ({
  slug: `colegio-${unique()}`,
  name: 'Colegio Los Andes',
  nit: someNit(),
  resolution: 'Resolución 1234 de 2020',
  city: 'Bogotá',
  sector: 'private',
  calendar: 'B',
  rector: { fullName: 'Luz Dary Peña', email: `rectora-${unique()}@example.com` },
  ...over,
})

describe('opening a school', () => {
  it('makes it ready: settings, documents, consents and an invited rector', async () => {
    const input = form()
    const { id, slug } = await openSchool.run(platform, input)
    const { prisma } = database()
    const [settings, documents, consents, overview] = await Promise.all([
      prisma.schoolSettings.count({ where: { schoolId: id } }),
      prisma.requiredDocument.findMany({ where: { schoolId: id }, orderBy: { position: 'asc' } }),
      prisma.consentText.findMany({ where: { schoolId: id }, orderBy: { code: 'asc' } }),
      readOneSchool.run(platform, { schoolId: id }),
    ])
    expect(settings).toBe(1)
    expect(documents.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'birth_certificate',
        'identity_document',
        'report_card',
        'service_contract',
        'habeas_data',
      ]),
    )
    expect(consents.map(({ code, version }) => [code, version])).toEqual([
      ['habeas_data', 1],
      ['tratamiento_datos', 1],
    ])
    for (const text of consents) {
      expect(text.body).toContain('Colegio Los Andes')
      expect(text.body).toContain('Ley 1581 de 2012')
      expect(text.sha256).toMatch(/^[0-9a-f]{64}$/)
    }
    expect(overview.rectors).toMatchObject([
      { name: 'Luz Dary Peña', email: input.rector.email, isActive: true, hasAccepted: false },
    ])
    const [mail] = await platformMailsTo(input.rector.email)
    expect(mail?.subject).toContain('Colegio Los Andes')
    expect(linkIn(mail)).toMatch(/\/invite#[\w-]{43}$/)
    expect(slug).toBe(input.slug)
  })

  it('leaves nothing behind when a part of it fails', async () => {
    const disabled = await addUser()
    await database().prisma.user.update({ where: { id: disabled.userId }, data: { isActive: false } })
    const input = form({ rector: { fullName: 'Nadie', email: disabled.email } })
    expect((await refusal(openSchool.run(platform, input))).code).toBe('not_allowed_now')
    expect(await database().prisma.school.count({ where: { slug: input.slug } })).toBe(0)
  })

  it('makes an existing person its rector without a new password', async () => {
    const known = await addUser()
    await openSchool.run(platform, form({ rector: { fullName: 'Otro Nombre', email: known.email } }))
    const [mail] = await platformMailsTo(known.email)
    expect(mail?.template).toBe('added')
    expect(mail?.text).not.toContain('#')
  })

  it('refuses a wrong check digit, taken addresses and reserved ones, at their fields', async () => {
    const first = form()
    await openSchool.run(platform, first)
    const digits = first.nit.slice(0, -2)
    const wrong = `${digits}-${(nitCheckDigit(digits) + 1) % 10}`
    const cases: [object, string, string][] = [
      [{ nit: wrong }, 'nit', 'invalid'],
      [{ nit: digits }, 'nit', 'invalid'],
      [{ nit: first.nit.replace(/(\d{3})(\d{3})(\d{3})-/, '$1.$2.$3-') }, 'nit', 'duplicate'],
      [{ slug: first.slug }, 'slug', 'duplicate'],
      [{ slug: 'admin' }, 'slug', 'invalid'],
      [{ slug: 'Con Espacios' }, 'slug', 'invalid'],
      [{ name: '  ' }, 'name', 'invalid'],
      [{ rector: { fullName: 'X', email: 'no es' } }, 'rector.email', 'invalid'],
      [{ schoolId: first.slug }, 'schoolId', 'invalid'],
    ]
    for (const [over, field, code] of cases) {
      const { code: said, details } = await refusal(openSchool.run(platform, form(over)))
      expect([said, details.field ?? Object.keys(details.fields ?? {})[0]]).toEqual([code, field])
    }
  })
})

describe('the list of schools', () => {
  it('searches without accents and counts what is in each', async () => {
    const school = await testSchool({ name: `Institución Educativa Ñáñez ${unique()}`, city: 'Popayán' })
    const found = async (q: string) => (await listSchools.run(platform, { q })).items.map(({ id }) => id)
    expect(await found('nanez popayan')).toContain(school.id)
    expect(await found(school.slug)).toEqual([school.id])
    const row = async () => (await listSchools.run(platform, { q: school.slug })).items[0]
    expect(await row()).toMatchObject({ computedAt: null, isActive: true })
    await computeFigures(school.id)
    expect(await row()).toMatchObject({ people: 6, students: 0, storageBytes: 0, isActive: true })
  })

  it('goes through all of them page by page', async () => {
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const page = await listSchools.run(platform, { limit: 2, ...(cursor ? { cursor } : {}) })
      ids.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(await database().prisma.school.count())
  })
})

describe('a school that is deactivated', () => {
  it('is gone for its people and programs at once, and comes back', async () => {
    const school = await testSchool()
    const { cookie } = await openSession(school.members.rector.userId)
    const { token } = await addApiToken(school, 'rector', ['read:students'])
    await setSchoolActive.run(platform, { schoolId: school.id, version: 1, isActive: false })
    const session = (await readSession(cookie))!
    expect(session.memberships).toEqual([])
    expect(await mintForSession(session, { slug: school.slug }, testMeta())).toBeNull()
    expect((await refusal(mintForToken(token, testMeta()))).code).toBe('unauthenticated')
    const stale = await refusal(setSchoolActive.run(platform, { schoolId: school.id, version: 1, isActive: true }))
    expect(stale.code).toBe('conflict')
    await setSchoolActive.run(platform, { schoolId: school.id, version: 2, isActive: true })
    expect((await readSession(cookie))?.memberships).toHaveLength(1)
    await expect(mintForToken(token, testMeta())).resolves.toBeTruthy()
  })
})

describe('the school’s own data', () => {
  let school: TestSchool
  let rector: SchoolContext
  beforeAll(async () => {
    school = await testSchool()
    rector = await contextFor(school, 'rector')
  })

  it('change field by field and keep what was not sent', async () => {
    const { version } = await readSchool.run(rector, {})
    await updateSchool.run(rector, { version, nit: someNit(), resolution: 'Resolución 7' })
    const { settings, ...now } = await readSchool.run(rector, {})
    expect(now).toMatchObject({ name: school.name, city: 'Medellín', resolution: 'Resolución 7', version: version + 1 })
    await updateSettings.run(rector, { version: settings.version, contact: { phone: '300 123 4567' } })
    await updateSettings.run(rector, { version: settings.version + 1, simat: { institutionCode: '105.001.000.123' } })
    await updateSettings.run(rector, { version: settings.version + 2, contact: { email: 'COLEGIO@example.com' } })
    const after = (await readSchool.run(rector, {})).settings
    expect(after).toMatchObject({
      simat: { institutionCode: '105001000123', exportEncoding: 'latin-1' },
      contact: { phone: '+573001234567', email: 'colegio@example.com', address: null },
    })
    expect((await schoolAppearance.run(rector, {})).primaryColor).toBe('#1f4b99')
    await updateSettings.run(rector, { version: after.version, contact: { phone: '' } })
    expect((await readSchool.run(rector, {})).settings.contact).toMatchObject({
      phone: null,
      email: 'colegio@example.com',
    })
  })

  it('show both values to who was slower, and never change the address', async () => {
    const { version, settings } = await readSchool.run(rector, {})
    await updateSchool.run(rector, { version, city: 'Envigado' })
    const late = await refusal(updateSchool.run(rector, { version, city: 'Itagüí' }))
    expect([late.code, late.details.current]).toMatchObject(['conflict', { city: 'Envigado' }])
    const shown = ['calendar', 'city', 'id', 'name', 'nit', 'resolution', 'sector', 'version']
    expect(Object.keys(late.details.current as object).sort()).toEqual(shown)
    await updateSettings.run(rector, { version: settings.version, peiSummary: 'Uno' })
    const second = await refusal(updateSettings.run(rector, { version: settings.version, peiSummary: 'Dos' }))
    expect([second.code, second.details.current]).toMatchObject(['conflict', { peiSummary: 'Uno' }])
    expect((await refusal(updateSchool.run(rector, { version: version + 1, slug: 'otro' }))).code).toBe('invalid')
  })

  it('are not for the secretary to change', async () => {
    const secretary = await contextFor(school, 'secretary')
    const { version } = await readSchool.run(secretary, {})
    expect((await refusal(updateSchool.run(secretary, { version, name: 'Otro' }))).code).toBe('forbidden')
    expect((await refusal(updateBranding.run(secretary, { version: 1, primaryColor: '#123456' }))).code).toBe(
      'forbidden',
    )
    await expect(listRequirements.run(secretary, {})).resolves.toBeTruthy()
  })
})

describe('branding', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const sha256 = (body: Buffer) => createHash('sha256').update(body).digest('hex')
  let rector: SchoolContext
  beforeAll(async () => {
    rector = await contextFor(await testSchool(), 'rector')
  })

  async function upload(body: Buffer, contentType = 'image/png') {
    const ticket = await prepareLogo.run(rector, { size: body.length, contentType, sha256: sha256(body) })
    const { status } = await fetch(ticket.url, { method: 'PUT', headers: ticket.headers, body: new Uint8Array(body) })
    return status
  }

  it('takes a picture through the store, shows it, and removes it', async () => {
    expect(await upload(png)).toBe(200)
    const { version } = await readBranding.run(rector, {})
    await confirmLogo.run(rector, { version })
    const { logo } = await readBranding.run(rector, {})
    expect(logo).not.toBeNull()
    const { url, contentType } = await readLogo.run(rector, {})
    const shown = await fetch(url)
    expect([shown.status, shown.headers.get('content-type'), contentType]).toEqual([200, 'image/png', 'image/png'])
    expect(Buffer.from(await shown.arrayBuffer()).equals(png)).toBe(true)
    await updateBranding.run(rector, { version: version + 1, primaryColor: '#B35C00' })
    expect(await readBranding.run(rector, {})).toMatchObject({ logo, primaryColor: '#b35c00' })
    await removeLogo.run(rector, { version: version + 2 })
    expect((await refusal(readLogo.run(rector, {}))).code).toBe('not_found')
    expect((await readBranding.run(rector, {})).primaryColor).toBe('#b35c00')
  })

  it('refuses what is no PNG or JPEG by its bytes, what is too large, and what never came', async () => {
    const { version } = await readBranding.run(rector, {})
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    expect(await upload(svg)).toBe(200)
    const lied = await refusal(confirmLogo.run(rector, { version }))
    expect([lied.code, lied.details.reason]).toEqual(['invalid', 'schools.refusal.logoType'])
    const big = await refusal(
      prepareLogo.run(rector, { size: 1024 * 1024 + 1, contentType: 'image/png', sha256: sha256(png) }),
    )
    expect(big.details.fields).toEqual({ size: 'validation.logoTooLarge' })
    const type = prepareLogo.run(rector, { size: 10, contentType: 'image/svg+xml', sha256: sha256(svg) })
    expect((await refusal(type)).code).toBe('invalid')
    await prepareLogo.run(rector, { size: png.length, contentType: 'image/png', sha256: sha256(png) })
    const nothing = await refusal(confirmLogo.run(rector, { version }))
    expect([nothing.code, nothing.details.reason]).toEqual(['not_allowed_now', 'schools.refusal.noUpload'])
    expect((await readBranding.run(rector, {})).version).toBe(version)
  })
})
