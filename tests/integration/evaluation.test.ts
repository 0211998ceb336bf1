import { describe, expect, it } from 'vitest'
import { defaultRules } from '@/lib/domain/evaluation/rules'
import { listSimulationGroups, simulateRules } from '@/lib/domain/evaluation/simulation/queries'
import {
  activateRules,
  createRulesDraft,
  discardRulesDraft,
  saveRulesDraft,
} from '@/lib/domain/evaluation/versions/commands'
import { compareVersions, listRuleVersions } from '@/lib/domain/evaluation/versions/queries'
import { database } from '@/lib/platform/db/client'
import { dayToDate } from '@/lib/shared/dates'
import { addCourse, addGroup } from '@/tests/support/academics'
import { contextFor } from '@/tests/support/context'
import { aCourse, explain, first, keep, kept, score, setPeriod } from '@/tests/support/evaluation'
import { addActivity } from '@/tests/support/gradebook'
import { newId } from '@/tests/support/ids'
import { testSchool } from '@/tests/support/school'

describe('marks of a group', () => {
  it('are written as worked out by hand, and only where something changed', async () => {
    const { school, groupId, ana, luis, exam } = await aCourse()
    expect(await keep(school, groupId)).toBe(2)
    const marks = async () =>
      Object.fromEntries(
        (await kept(school)).map((row) => [row.enrollmentId, [row.value?.toFixed(), row.level, row.version]]),
      )
    // Ana 4.0 × 40 % + 2.0 × 60 % = 1.6 + 1.2 = 2.8; Luis 5.0 × 40 % + 3.5 × 60 % = 2.0 + 2.1 = 4.1
    expect(await marks()).toEqual({ [ana.enrollmentId]: ['2.8', 'low', 1], [luis.enrollmentId]: ['4.1', 'high', 1] })
    expect(await keep(school, groupId)).toBe(0)
    await database().prisma.activityScore.updateMany({
      where: { schoolId: school.id, activityId: exam, enrollmentId: ana.enrollmentId },
      data: { score: '3' },
    })
    expect(await keep(school, groupId)).toBe(1)
    // 1.6 + 3.0 × 60 % = 3.4
    expect(await marks()).toEqual({ [ana.enrollmentId]: ['3.4', 'basic', 2], [luis.enrollmentId]: ['4.1', 'high', 1] })
  })

  it('bring along what was marked in the group that a student came from', async () => {
    const { school, course, ana } = await aCourse()
    const otherGroup = await addGroup(school, { code: '6-B' })
    const other = await addCourse(school, { groupId: otherGroup, subjectId: course.subjectId })
    const { prisma } = database()
    const where = { schoolId: school.id, courseOfferingId: course.id, enrollmentId: ana.enrollmentId }
    await prisma.courseEnrollment.updateMany({ where, data: { validTo: dayToDate('2026-03-13') } })
    await prisma.courseEnrollment.create({
      data: {
        schoolId: school.id,
        id: newId(),
        courseOfferingId: other.id,
        enrollmentId: ana.enrollmentId,
        validFrom: dayToDate('2026-03-16'),
      },
    })
    const essay = await addActivity(school, other.id, { title: 'Ensayo', weight: '100' })
    await score(school, essay, ana.enrollmentId, '5')
    // Before 4.0 (40) and 2.0 (60), after 5.0 (100): (160 + 120 + 500) / 200 = 3.9
    const { mark } = await explain(school, 'rector', other.id, ana.enrollmentId)
    expect(mark).toMatchObject({ value: '3.9', levelName: 'Básico' })
    expect(mark?.told[0]?.parts).toHaveLength(3)
    // The course that she left keeps no mark of hers.
    await keep(school, otherGroup)
    await keep(school, course.classGroupId)
    expect((await kept(school)).filter(({ enrollmentId }) => enrollmentId === ana.enrollmentId)).toHaveLength(1)
  })

  it('are kept under the rules that the period was closed with, whatever comes later', async () => {
    const { school, rulesId, groupId, course, ana } = await aCourse()
    await setPeriod(school, first, 'closed', rulesId)
    await keep(school, groupId)
    const rector = await contextFor(school, 'rector')
    const draft = await createRulesDraft.run(rector, { schoolYearId: school.yearId, source: 'active' })
    const rules = { ...defaultRules(), passMark: '2.5' }
    const saved = await saveRulesDraft.run(rector, { rulesId: draft.id, version: draft.version, rules, note: 'Acta 3' })
    await activateRules.run(rector, { rulesId: draft.id, version: saved.version })
    expect(await keep(school, groupId)).toBe(0)
    const explained = await explain(school, 'rector', course.id, ana.enrollmentId)
    expect(explained).toMatchObject({ rulesNumber: 1, mark: { value: '2.8', passes: true } })
    const { items } = await listRuleVersions.run(rector, {})
    expect(items.map(({ number, status, periods }) => [number, status, periods.length])).toEqual([
      [2, 'active', 0],
      [1, 'superseded', 1],
    ])
    await expect(saveRulesDraft.run(rector, { rulesId, version: 2, rules })).rejects.toMatchObject({
      details: { reason: 'evaluation.refusal.frozen' },
    })
  })
})

describe('versions of the rules', () => {
  it('go from draft to force, one draft at a time, and tell what changes', async () => {
    const school = await testSchool()
    const rector = await contextFor(school, 'rector')
    expect(await listRuleVersions.run(rector, {})).toMatchObject({ current: { id: null, number: 0 }, items: [] })
    const one = await createRulesDraft.run(rector, { schoolYearId: school.yearId, source: 'default' })
    await expect(
      createRulesDraft.run(rector, { schoolYearId: school.yearId, source: 'default' }),
    ).rejects.toMatchObject({
      details: { reason: 'evaluation.refusal.draftExists' },
    })
    await activateRules.run(rector, { rulesId: one.id, version: one.version })
    const two = await createRulesDraft.run(rector, { schoolYearId: school.yearId, source: 'active' })
    await saveRulesDraft.run(rector, {
      rulesId: two.id,
      version: two.version,
      rules: { ...defaultRules(), passMark: '3.5' },
    })
    const { changes } = await compareVersions.run(rector, { rulesId: two.id, otherId: one.id })
    expect(changes).toEqual([{ topic: 'passMark', before: 'Se aprueba con 3,0.', after: 'Se aprueba con 3,5.' }])
    // Others do not see a draft.
    const teacher = await contextFor(school, 'teacher')
    expect((await listRuleVersions.run(teacher, {})).items.map(({ number }) => number)).toEqual([1])
    await expect(compareVersions.run(teacher, { rulesId: two.id, otherId: one.id })).rejects.toMatchObject({
      code: 'not_found',
    })
    await discardRulesDraft.run(rector, { rulesId: two.id, version: 2 })
    // The next year begins with a copy.
    const next = await createRulesDraft.run(rector, { schoolYearId: school.nextYearId, source: 'lastYear' })
    expect(next).toMatchObject({ number: 1, status: 'draft' })
    await expect(
      createRulesDraft.run(await contextFor(school, 'coordinator'), {
        schoolYearId: school.nextYearId,
        source: 'lastYear',
      }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a simulation', () => {
  it('names who would change level or promotion on the real scores, and writes nothing', async () => {
    const { school, groupId } = await aCourse()
    const rector = await contextFor(school, 'rector')
    const draft = await createRulesDraft.run(rector, { schoolYearId: school.yearId, source: 'active' })
    // Básico from 2.8: Ana's 2.8 passes; Luis' 4.1 stays Alto.
    const bands = defaultRules().bands.map((band) => (band.level === 'basic' ? { ...band, from: '2.8' } : band))
    await saveRulesDraft.run(rector, {
      rulesId: draft.id,
      version: 1,
      rules: { ...defaultRules(), passMark: '2.8', bands },
    })
    const { items } = await listSimulationGroups.run(rector, { rulesId: draft.id })
    expect(items.map(({ id }) => id)).toEqual([groupId])
    const { changes, students } = await simulateRules.run(rector, { rulesId: draft.id, classGroupId: groupId })
    expect(students).toBe(2)
    expect(
      changes.map((change) => [
        change.kind,
        change.kind === 'promotion' ? change.before : change.before.level,
        change.kind === 'promotion' ? change.after : change.after.level,
      ]),
    ).toEqual([
      ['promotion', 'pending', 'promoted'],
      ['area', 'low', 'basic'],
      ['subject', 'low', 'basic'],
    ])
    expect(await kept(school)).toHaveLength(0)
  })
  it('leaves closed periods alone unless asked for all', async () => {
    const { school, groupId, rulesId } = await aCourse()
    await setPeriod(school, first, 'closed', rulesId)
    await keep(school, groupId)
    const rector = await contextFor(school, 'rector')
    const draft = await createRulesDraft.run(rector, { schoolYearId: school.yearId, source: 'active' })
    // All alike: Ana (4 + 2) / 2 = 3.0 instead of 2.8; Luis (5 + 3.5) / 2 = 4.25 → 4.3, Alto as before.
    const rules = { ...defaultRules(), activities: { by: 'equal', categories: [] } }
    await saveRulesDraft.run(rector, { rulesId: draft.id, version: 1, rules })
    const input = { rulesId: draft.id, classGroupId: groupId }
    expect((await simulateRules.run(rector, input)).changes).toEqual([])
    expect((await simulateRules.run(rector, { ...input, scope: 'all' })).changes).toHaveLength(3)
  })
})
