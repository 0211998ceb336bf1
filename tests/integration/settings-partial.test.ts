import { beforeAll, describe, expect, it } from 'vitest'
import { saveConsentText } from '@/lib/domain/families/consents/commands'
import { consentVersions } from '@/lib/domain/families/consents/queries'
import { updateRequirement } from '@/lib/domain/requirements/commands'
import { listRequirements } from '@/lib/domain/requirements/queries'
import { updateBranding } from '@/lib/domain/schools/branding/commands'
import { readBranding } from '@/lib/domain/schools/branding/queries'
import { updateSchool, updateSettings } from '@/lib/domain/schools/commands'
import { readSchool } from '@/lib/domain/schools/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { contextFor } from '../support/context'
import { refusal } from '../support/refusal'
import { type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let rector: SchoolContext
beforeAll(async () => {
  school = await testSchool()
  rector = await contextFor(school, 'rector')
  await fill()
})

const identity = {
  name: 'Colegio San José',
  nit: '899999001-7',
  city: 'Bogotá',
  resolution: 'Resolución 12 de 2020',
  sector: 'private',
  calendar: 'B',
}
const settings = {
  peiSummary: 'Formar personas',
  simat: {
    institutionCode: '111001000123',
    siteCode: '111001000131',
    siteNumber: '11100100012301',
    municipalityCode: '11001',
    exportEncoding: 'utf-8',
    delimiter: '|',
    documentCodes: { PA: '3', NES: '14' },
  },
  contact: { phone: '6015551234', email: 'rectoria@example.com', address: 'Calle 1 # 2-3' },
}

/** Everything that a school can set, before one field of it is changed. */
async function fill() {
  await updateSchool.run(rector, { version: 1, ...identity })
  await updateSettings.run(rector, { version: 1, ...settings })
  await updateBranding.run(rector, { version: 2, primaryColor: '#1f6f54' })
}

/** The stored rows, without what every change changes. */
async function stored() {
  const { prisma } = database()
  const [own, all] = await Promise.all([
    prisma.school.findUniqueOrThrow({ where: { id: school.id } }),
    prisma.schoolSettings.findUniqueOrThrow({ where: { schoolId: school.id } }),
  ])
  const still = ({ version: _, updatedAt: __, ...row }: typeof own | typeof all) => row
  return { school: still(own), settings: still(all) } as { school: object; settings: Record<string, unknown> }
}

/** Every leaf of a set of values as a change that sends this leaf alone. */
const single = (values: object, way: string[] = []): { path: string; sent: object }[] =>
  Object.entries(values).flatMap(([key, value]) => {
    const path = [...way, key]
    if (typeof value === 'object' && value !== null) return single(value, path)
    return [
      { path: path.join('.'), sent: path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as object },
    ]
  })

const other: Record<string, unknown> = {
  name: 'Colegio San José de La Salle',
  nit: null,
  city: null,
  resolution: null,
  sector: 'official',
  calendar: 'A',
  peiSummary: null,
  'simat.institutionCode': null,
  'simat.siteCode': '',
  'simat.siteNumber': null,
  'simat.municipalityCode': null,
  'simat.exportEncoding': 'latin-1',
  'simat.delimiter': ';',
  'simat.documentCodes.PA': '',
  'simat.documentCodes.NES': '15',
  'contact.phone': null,
  'contact.email': null,
  'contact.address': null,
}

const change = (sent: object, path: string): object => {
  const copy = structuredClone(sent) as Record<string, unknown>
  const way = path.split('.')
  const last = way.pop()!
  const at = way.reduce((group, key) => group[key] as Record<string, unknown>, copy)
  at[last] = other[path]
  return copy
}

describe('a change of one setting', () => {
  it.each(single(identity))('of the school’s identity, $path, leaves all others', async ({ path, sent }) => {
    const before = await stored()
    const { version } = await readSchool.run(rector, {})
    await updateSchool.run(rector, { version, ...change(sent, path) })
    const after = await stored()
    expect(after.settings).toEqual(before.settings)
    expect(after.school).toEqual({ ...before.school, [path]: other[path] })
    await updateSchool.run(rector, { version: version + 1, ...sent })
    expect(await stored()).toEqual(before)
  })

  it.each(single(settings))('of the settings, $path, leaves all others', async ({ path, sent }) => {
    const before = await stored()
    const { settings: read } = await readSchool.run(rector, {})
    await updateSettings.run(rector, { version: read.version, ...change(sent, path) })
    const after = (await readSchool.run(rector, {})).settings
    const touched = single(read).filter(
      (one) => JSON.stringify(one) !== JSON.stringify(single(after).find(({ path: at }) => at === one.path)),
    )
    expect(touched.map((one) => one.path).filter((at) => at !== 'version')).toEqual([path])
    await updateSettings.run(rector, { version: after.version, ...sent })
    expect(await stored()).toEqual(before)
  })

  it('of the colour leaves logo and contact', async () => {
    const before = await stored()
    const { version } = await readBranding.run(rector, {})
    await updateBranding.run(rector, { version, primaryColor: '#8a1c2b' })
    const after = await stored()
    expect(after.settings).toEqual({
      ...before.settings,
      brandingSettings: { ...(before.settings.brandingSettings as object), primaryColor: '#8a1c2b' },
    })
  })

  it('of a required document leaves its other fields', async () => {
    const find = async () => (await listRequirements.run(rector, {})).items.find(({ code }) => code === 'report_card')!
    for (const sent of [{ name: 'Boletín' }, { help: 'Del año pasado' }, { required: false }, { isActive: false }]) {
      const { version, ...before } = await find()
      await updateRequirement.run(rector, { requirementId: before.id, version, ...sent })
      expect(await find()).toEqual({ ...before, version: version + 1, ...sent })
    }
  })
})

describe('two rectors at once', () => {
  it('each learn what the other saved, whatever page it was on', async () => {
    const { version, settings: now } = await readSchool.run(rector, {})
    await updateSchool.run(rector, { version, city: 'Cali' })
    const late = await refusal(updateSchool.run(rector, { version, resolution: 'Otra' }))
    expect([late.code, late.details.current]).toMatchObject(['conflict', { version: version + 1, city: 'Cali' }])
    await updateBranding.run(rector, { version: now.version, primaryColor: '#123456' })
    const lost = await refusal(updateSettings.run(rector, { version: now.version, simat: { delimiter: ',' } }))
    expect([lost.code, lost.details.current]).toMatchObject([
      'conflict',
      { version: now.version + 1, simat: { delimiter: '|' } },
    ])
  })

  it('do not publish a consent text over one that they have not read', async () => {
    const text = { code: 'habeas_data', title: 'Habeas data' }
    const save = (body: string, version?: number) => saveConsentText.run(rector, { ...text, body, version })
    expect((await save('Segunda', 1)).version).toBe(2)
    const late = await refusal(save('Mía', 1))
    expect([late.code, late.details.current]).toEqual([
      'conflict',
      { version: 2, title: 'Habeas data', body: 'Segunda' },
    ])
    const { items } = await consentVersions.run(rector, {})
    expect(items.filter(({ code }) => code === 'habeas_data').map((one) => one.version)).toEqual([2, 1])
  })
})
