import { beforeEach, describe, expect, it } from 'vitest'
import { createRequirement, orderRequirements, updateRequirement } from '@/lib/domain/requirements/commands'
import { listRequirements } from '@/lib/domain/requirements/queries'
import { changeYearStatus, createYear, updateYear } from '@/lib/domain/years/commands'
import { changePeriodStatus, savePeriods } from '@/lib/domain/years/periods/commands'
import { listYears, proposeNextYear, readYear } from '@/lib/domain/years/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { database } from '@/lib/platform/db/client'
import { contextFor } from '../support/context'
import { refusal } from '../support/refusal'
import { type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let rector: SchoolContext
beforeEach(async () => {
  school = await testSchool()
  rector = await contextFor(school, 'rector')
})

const dates2028 = { startsOn: '2028-01-24', endsOn: '2028-11-24' }
const year = (yearId: string) => readYear.run(rector, { yearId })
const reasonOf = async (work: Promise<unknown>) => (await refusal(work)).details.reason

describe('a school year', () => {
  it('is proposed after the latest one and made with four periods', async () => {
    const proposal = await proposeNextYear.run(rector, {})
    expect(proposal).toMatchObject({ name: '2028', startsOn: '2028-01-19', endsOn: '2028-11-27' })
    expect(proposal.periods).toHaveLength(4)
    const { id } = await createYear.run(rector, { startsOn: proposal.startsOn, endsOn: '27/11/2028' })
    expect(await year(id)).toMatchObject({ name: '2028', status: 'planning', endsOn: '2028-11-27', enrollments: 0 })
    expect((await year(id)).periods.map(({ number, status }) => [number, status])).toEqual(
      [1, 2, 3, 4].map((number) => [number, 'draft']),
    )
    expect((await listYears.run(rector, {})).items.map(({ name }) => name)).toEqual(['2028', '2027', '2026'])
  })

  it('does not cross another one, nor take its name', async () => {
    const crossing = await refusal(
      createYear.run(rector, { name: 'Otro', startsOn: '2026-11-27', endsOn: '2027-06-30' }),
    )
    expect(crossing.details).toMatchObject({ field: 'startsOn', reason: 'years.refusal.yearOverlap' })
    expect(await reasonOf(createYear.run(rector, { name: ' 2027 ', ...dates2028 }))).toBe('years.refusal.nameTaken')
    const short = await refusal(createYear.run(rector, { startsOn: '2028-01-24', endsOn: '2028-03-01' }))
    expect(short.details.fields).toEqual({ endsOn: 'validation.yearLength' })
  })

  it('keeps its periods inside when its dates change', async () => {
    const { version } = await year(school.yearId)
    const dates = { yearId: school.yearId, version, name: '2026' }
    const cut = await refusal(updateYear.run(rector, { ...dates, startsOn: '2026-02-01', endsOn: '2026-11-27' }))
    expect(cut.details).toMatchObject({ field: 'endsOn', reason: 'years.refusal.periodsOutside' })
    await updateYear.run(rector, { ...dates, name: '2026 A', startsOn: '2026-01-12', endsOn: '2026-12-04' })
    const late = await refusal(updateYear.run(rector, { ...dates, startsOn: '2026-01-12', endsOn: '2026-12-11' }))
    expect(late.details.current).toMatchObject({ name: '2026 A', endsOn: '2026-12-04' })
  })

  it('moves on one after the other, back only with a reason, and only one is active', async () => {
    const move = async (yearId: string, status: string, reason?: string) =>
      changeYearStatus.run(rector, {
        yearId,
        version: (await year(yearId)).version,
        status,
        ...(reason ? { reason } : {}),
      })
    expect(await reasonOf(move(school.nextYearId, 'active'))).toBe('years.refusal.otherActive')
    expect(await reasonOf(move(school.yearId, 'closed'))).toBe('years.refusal.periodsOpen')
    for (const { id, version } of (await year(school.yearId)).periods)
      await changePeriodStatus.run(rector, { periodId: id, version, status: 'closed' })
    await move(school.yearId, 'closed')
    await move(school.nextYearId, 'active')
    expect(await reasonOf(move(school.yearId, 'active'))).toBe('years.refusal.reasonRequired')
    expect(await reasonOf(move(school.yearId, 'active', 'Faltó una nota'))).toBe('years.refusal.otherActive')
    await move(school.nextYearId, 'closed')
    await move(school.yearId, 'active', 'Faltó una nota')
    const line = await database().prisma.auditLog.findFirstOrThrow({
      where: { schoolId: school.id, action: 'year.changeStatus', entityId: school.yearId },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    })
    expect(line).toMatchObject({
      before: { status: 'closed' },
      after: { status: 'active' },
      reason: 'Faltó una nota',
    })
  })
})

describe('periods', () => {
  const sent = async (yearId: string) =>
    (await year(yearId)).periods.map(({ id, number, name, startsOn, endsOn }) => ({
      periodId: id,
      number,
      name,
      startsOn,
      endsOn,
    }))

  it('are saved together: moved, renumbered, added and taken out', async () => {
    const { id } = await createYear.run(rector, dates2028)
    const [one, two, three] = await sent(id)
    const periods = [
      { ...two!, number: 1, startsOn: '2028-01-24', endsOn: '2028-04-28' },
      { ...one!, number: 2, startsOn: '2028-05-02', endsOn: '2028-08-18' },
      { number: 3, name: 'Último', startsOn: '2028-08-22', endsOn: '2028-11-24' },
    ]
    const { version } = await savePeriods.run(rector, { yearId: id, version: 1, periods })
    const after = (await year(id)).periods
    expect(after.map(({ number, name }) => [number, name])).toEqual([
      [1, 'Periodo 2'],
      [2, 'Periodo 1'],
      [3, 'Último'],
    ])
    expect(after.map((period) => period.id)).not.toContain(three!.periodId)
    const late = savePeriods.run(rector, { yearId: id, version: 1, periods })
    expect((await refusal(late)).code).toBe('conflict')
    expect(version).toBe(2)
  })

  it('neither cross nor leave the year, and say where', async () => {
    const periods = await sent(school.yearId)
    const { version } = await year(school.yearId)
    const save = (changed: object[]) => savePeriods.run(rector, { yearId: school.yearId, version, periods: changed })
    const [first, second] = periods
    const cases: [object[], Record<string, string>][] = [
      [[first!, { ...second, startsOn: '2026-06-12' }], { 'periods.1.startsOn': 'validation.periodOverlap' }],
      [[first!, { ...second, endsOn: '2026-12-01' }], { 'periods.1.startsOn': 'validation.periodOutsideYear' }],
      [[first!, { ...second, number: 3 }], { 'periods.1.startsOn': 'validation.periodNumber' }],
      [[{ ...first, endsOn: '2026-01-19' }, second!], { 'periods.0.startsOn': 'validation.endBeforeStart' }],
    ]
    for (const [changed, fields] of cases) expect((await refusal(save(changed))).details.fields).toEqual(fields)
    expect(await sent(school.yearId)).toEqual(periods)
  })

  it('that are open stay, and closed ones keep their days', async () => {
    const [first, second] = await sent(school.yearId)
    const save = async (changed: object[]) =>
      savePeriods.run(rector, {
        yearId: school.yearId,
        version: (await year(school.yearId)).version,
        periods: changed,
      })
    expect(await reasonOf(save([first!]))).toBe('years.refusal.onlyDraftsGo')
    const [open] = (await year(school.yearId)).periods
    await changePeriodStatus.run(rector, { periodId: open!.id, version: open!.version, status: 'closed' })
    expect(await reasonOf(save([{ ...first, endsOn: '2026-06-19' }, second!]))).toBe('years.refusal.periodOver')
    await save([{ ...first, name: 'Primer periodo' }, second!])
  })

  it('open again with a reason only, and only in the active year', async () => {
    const [period] = (await year(school.yearId)).periods
    const move = async (status: string, reason?: string) => {
      const now = (await year(school.yearId)).periods.find(({ id }) => id === period!.id)!
      return changePeriodStatus.run(rector, {
        periodId: now.id,
        version: now.version,
        status,
        ...(reason ? { reason } : {}),
      })
    }
    await move('closed')
    await move('published')
    const without = await refusal(move('open'))
    expect(without.details).toMatchObject({ field: 'reason', reason: 'years.refusal.reasonRequired' })
    await move('open', 'Una nota quedó mal')
    const { id } = await createYear.run(rector, dates2028)
    const [later] = (await year(id)).periods
    expect(
      await reasonOf(changePeriodStatus.run(rector, { periodId: later!.id, version: later!.version, status: 'open' })),
    ).toBe('years.refusal.yearNotActive')
  })
})

describe('required documents', () => {
  const list = async () => (await listRequirements.run(rector, {})).items

  it('are added at the end, changed in part, and ordered', async () => {
    const { id } = await createRequirement.run(rector, {
      code: 'carta_laboral',
      name: 'Carta laboral',
      required: false,
      appliesTo: { new: true, minGrade: '6', maxGrade: '11' },
    })
    const before = await list()
    expect(before.at(-1)).toMatchObject({ id, kind: 'file', isActive: true, version: 1 })
    await updateRequirement.run(rector, { requirementId: id, version: 1, isActive: false })
    expect((await list()).at(-1)).toMatchObject({
      name: 'Carta laboral',
      isActive: false,
      appliesTo: { new: true, minGrade: '6', maxGrade: '11' },
    })
    const late = await refusal(updateRequirement.run(rector, { requirementId: id, version: 1, name: 'Otra' }))
    expect([late.code, late.details.current]).toMatchObject(['conflict', { name: 'Carta laboral', isActive: false }])
    const reversed = before.map((row) => row.id).reverse()
    await orderRequirements.run(rector, { ids: reversed })
    expect((await list()).map((row) => row.id)).toEqual(reversed)
    expect((await refusal(orderRequirements.run(rector, { ids: reversed.slice(1) }))).code).toBe('conflict')
  })

  it('refuse a taken code, grades that cross, and a consent without its text', async () => {
    const base = { name: 'X', required: true, appliesTo: {} }
    const taken = await refusal(createRequirement.run(rector, { ...base, code: 'birth_certificate' }))
    expect([taken.code, taken.details.field]).toEqual(['duplicate', 'code'])
    const own = await refusal(createRequirement.run(rector, { ...base, code: 'permiso_fotos', kind: 'consent' }))
    expect(own.details.reason).toBe('requirements.refusal.consentFromCatalogue')
    const crossed = await refusal(
      createRequirement.run(rector, { ...base, code: 'otro', appliesTo: { minGrade: '9', maxGrade: '3' } }),
    )
    expect(crossed.details.fields).toEqual({ 'appliesTo.maxGrade': 'validation.gradeRange' })
    const foreign = await testSchool()
    const theirs = foreign.requirements.birth_certificate!
    expect((await refusal(updateRequirement.run(rector, { requirementId: theirs, version: 1, name: 'X' }))).code).toBe(
      'not_found',
    )
  })
})
