import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { openSchool } from '@/lib/domain/schools/opening/commands'
import { checkSlug, listCopySources } from '@/lib/domain/schools/opening/queries'
import { copyParts } from '@/lib/domain/schools/opening/schema'
import { resendRector } from '@/lib/domain/schools/platform/commands'
import { readOneSchool } from '@/lib/domain/schools/platform/queries'
import type { PlatformContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { platformContext } from '@/tests/support/context'
import { unique } from '@/tests/support/ids'
import { linkIn, platformMailsTo } from '@/tests/support/outbox'
import { refusal } from '@/tests/support/refusal'
import { testSchool } from '@/tests/support/school'
import { addSchoolLife } from '@/tests/support/school-life/life'
import { type WholeSchool, wholeSchool } from '@/tests/support/whole-school'

let platform: PlatformContext
let source: WholeSchool
beforeAll(async () => {
  platform = await platformContext()
  source = await wholeSchool({ name: `Colegio Fuente ${unique()}` })
  await addSchoolLife(source)
})

const form = (over: object = {}) => ({
  slug: `colegio-${unique()}`,
  name: 'Colegio Copia',
  sector: 'official',
  calendar: 'A',
  rector: { fullName: 'Luz Dary Peña', email: `rectora-${unique()}@example.com` },
  ...over,
})
const { prisma } = database()

describe('opening a school like another one', () => {
  it('copies how it works, and nobody who is in it', async () => {
    await prisma.schoolSettings.updateMany({
      where: { schoolId: source.id },
      data: {
        brandingSettings: { primaryColor: '#123456', logoKey: 'x', contact: { phone: '300' } },
        simatSettings: { institutionCode: '111111111111', exportEncoding: 'utf-8' },
      },
    })
    const { id } = await openSchool.run(platform, form({ copy: { schoolId: source.id, parts: [...copyParts] } }))
    const count = async (schoolId: string) => {
      const where = { schoolId }
      const [areas, subjects, items, requirements, periods] = await Promise.all([
        prisma.academicArea.count({ where: { ...where, isActive: true } }),
        prisma.subject.count({ where: { ...where, isActive: true, area: { isActive: true } } }),
        prisma.studyPlanItem.count({
          where: { ...where, studyPlan: { schoolYear: { status: schoolId === id ? 'planning' : 'active' } } },
        }),
        prisma.requiredDocument.count({ where: { ...where, isActive: true } }),
        prisma.academicPeriod.count({
          where: { ...where, schoolYear: { status: schoolId === id ? 'planning' : 'active' } },
        }),
      ])
      return { areas, subjects, items, requirements, periods }
    }
    expect(await count(id)).toEqual(await count(source.id))
    expect((await count(id)).items).toBeGreaterThan(0)
    const settings = await prisma.schoolSettings.findFirstOrThrow({ where: { schoolId: id } })
    expect(settings.brandingSettings).toEqual({ primaryColor: '#123456' })
    expect(settings.simatSettings).toEqual({ exportEncoding: 'utf-8' })
    const texts = await prisma.consentText.findMany({ where: { schoolId: id } })
    expect(texts.map(({ code, version }) => [code, version]).sort()).toEqual([
      ['habeas_data', 1],
      ['tratamiento_datos', 1],
    ])
    expect(texts.every(({ body }) => !body.includes(source.name))).toBe(true)
    const rules = await prisma.evaluationRules.findMany({ where: { schoolId: id } })
    expect(rules.map(({ number, status }) => [number, status])).toEqual([[1, 'active']])
    const [students, guardians, people, groups, enrollments] = await Promise.all([
      prisma.student.count({ where: { schoolId: id } }),
      prisma.guardian.count({ where: { schoolId: id } }),
      prisma.schoolMembership.count({ where: { schoolId: id } }),
      prisma.classGroup.count({ where: { schoolId: id } }),
      prisma.enrollment.count({ where: { schoolId: id } }),
    ])
    expect({ students, guardians, people, groups, enrollments }).toEqual({
      ...{ students: 0, guardians: 0, people: 1, groups: 0, enrollments: 0 },
    })
  })

  it('takes only the parts that were asked for, the law’s defaults for the rest', async () => {
    const { id } = await openSchool.run(platform, form({ copy: { schoolId: source.id, parts: ['structure'] } }))
    const where = { schoolId: id }
    expect(await prisma.academicArea.count({ where })).toBeGreaterThan(0)
    expect(await prisma.evaluationRules.count({ where })).toBe(0)
    expect((await prisma.schoolSettings.findFirstOrThrow({ where })).brandingSettings).toEqual({})
    expect(await prisma.consentText.count({ where })).toBe(2)
    expect(await prisma.requiredDocument.count({ where })).toBeGreaterThan(5)
  })

  it('keeps its own calendar: the year and its periods have usual dates of it', async () => {
    const { id } = await openSchool.run(
      platform,
      form({ calendar: 'B', copy: { schoolId: source.id, parts: ['structure', 'evaluation'] } }),
    )
    const year = await prisma.schoolYear.findFirstOrThrow({ where: { schoolId: id }, include: { periods: true } })
    expect(year.startsOn.getUTCMonth()).toBe(7)
    expect(year.name).toMatch(/^\d{4}-\d{4}$/)
    for (const { startsOn, endsOn } of year.periods)
      expect([startsOn >= year.startsOn, endsOn <= year.endsOn]).toEqual([true, true])
  })

  it('of a school that is gone opens nothing', async () => {
    const input = form({ copy: { schoolId: randomUUID(), parts: ['settings'] } })
    const { code, details } = await refusal(openSchool.run(platform, input))
    expect([code, details.field]).toEqual(['not_found', 'copy.schoolId'])
    expect(await prisma.school.count({ where: { slug: input.slug } })).toBe(0)
    expect((await listCopySources.run(platform, {})).items.map(({ id }) => id)).toContain(source.id)
  })
})

it('says whether an address is free while it is typed', async () => {
  const { slug } = await testSchool()
  const ask = (wanted: string) => checkSlug.run(platform, { slug: wanted })
  expect(await ask(`libre-${unique()}`.slice(0, 40))).toMatchObject({ free: true, problem: null })
  expect(await ask(slug.toUpperCase())).toMatchObject({ slug, free: false, problem: 'schools.refusal.slugTaken' })
  expect(await ask('admin')).toMatchObject({ free: false, problem: 'validation.slugReserved' })
  expect(await ask('con espacios')).toMatchObject({ free: false, problem: 'validation.slug' })
})

it('sends the first rector’s invitation again, and the earlier link ends', async () => {
  const input = form()
  const { id } = await openSchool.run(platform, input)
  const [rector] = (await readOneSchool.run(platform, { schoolId: id })).rectors
  const ids = { schoolId: id, membershipId: rector!.membershipId }
  await resendRector.run(platform, ids)
  const mails = await platformMailsTo(input.rector.email)
  expect(mails).toHaveLength(2)
  expect(new Set(mails.map(linkIn)).size).toBe(2)
  const teacher = source.members.teacher.membershipId
  expect((await refusal(resendRector.run(platform, { schoolId: source.id, membershipId: teacher }))).code).toBe(
    'not_found',
  )
  expect((await refusal(resendRector.run(platform, { ...ids, schoolId: source.id }))).code).toBe('not_found')
})
