import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { gradeOrder } from '@/lib/shared/grades'
import { mayDraft } from '../policy'
import { yearsOf } from '../results/year/rules'
import { readYearData } from '../results/year/steps'
import { rulesFor } from '../steps'
import { readVersion } from '../versions/steps'
import { simulatedChanges } from './rules'
import { simulateInput, simulation, simulationGroups, simulationGroupsInput } from './schema'

/** The groups of a version's year, in school order: a simulation goes through them one by one. */
export const listSimulationGroups = query({
  name: 'evaluation.simulationGroups',
  permission: mayDraft,
  input: simulationGroupsInput,
  output: simulationGroups,
  run: async ({ db, input: { rulesId } }) => {
    const { year } = await readVersion(db, rulesId, true)
    const items = await db.classGroup.findMany({
      where: { schoolYearId: year.id, isActive: true, offerings: { some: { enrollments: { some: {} } } } },
      select: { id: true, code: true, gradeLevel: true },
    })
    return {
      items: items.toSorted(
        (a, b) => gradeOrder(a.gradeLevel) - gradeOrder(b.gradeLevel) || a.code.localeCompare(b.code),
      ),
    }
  },
})

/**
 * What a version would make of a group's real scores, against the rules in force: the same year computed twice, nothing
 * written. Closed periods keep their marks unless the scope is `all`.
 */
export const simulateRules = query({
  name: 'evaluation.simulate',
  permission: mayDraft,
  input: simulateInput,
  output: simulation,
  run: async ({ db, input: { rulesId, classGroupId, scope } }) => {
    const version = await readVersion(db, rulesId, true)
    const [group, placed, inForce] = await Promise.all([
      db.classGroup.findFirst({ where: { id: classGroupId, schoolYearId: version.year.id }, select: { code: true } }),
      db.courseEnrollment.findMany({
        where: { courseOffering: { classGroupId }, validTo: null },
        distinct: ['enrollmentId'],
        select: { enrollmentId: true, enrollment: { select: { student: { select: { fullName: true } } } } },
      }),
      rulesFor({ db }, { schoolYearId: version.year.id }),
    ])
    if (!group) throw new AppError('not_found')
    const which = { schoolYearId: version.year.id, enrollmentIds: placed.map(({ enrollmentId }) => enrollmentId) }
    const kept = await readYearData(db, inForce.rules, which)
    const wanted = scope === 'all' ? await readYearData(db, version.rules, { ...which, fromScores: true }) : kept
    const names = new Map(placed.map(({ enrollmentId, enrollment }) => [enrollmentId, enrollment.student.fullName]))
    const [before, after] = [yearsOf(inForce.rules, kept), yearsOf(version.rules, wanted)]
    const changes = simulatedChanges(names, before, after).toSorted((a, b) => a.student.localeCompare(b.student, 'es'))
    return { group: group.code, students: placed.length, changes }
  },
})
