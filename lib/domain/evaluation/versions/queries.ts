import { query } from '@/lib/platform/operation'
import { can } from '@/lib/platform/permissions'
import { translator } from '@/lib/platform/translator'
import { mayDraft, readRules } from '../policy'
import { rulesFor } from '../steps'
import type { Say } from '../trace/rules'
import { compareRules, describeRules } from './rules'
import { compareInput, comparison, listVersionsInput, oneRulesInput, oneVersionDetail, versionList } from './schema'
import { readVersion, readVersions } from './steps'

/**
 * The rules of a year (the active one unless named) and how they came to be. Pupils and families have a right to know them
 * from the start of the year (Decreto 1290 de 2009, arts. 12 and 14); drafts are seen by who may write them.
 */
export const listRuleVersions = query({
  name: 'evaluation.versions',
  permission: readRules,
  input: listVersionsInput,
  output: versionList,
  run: async ({ db, ctx, input: { schoolYearId } }) => {
    const years = await db.schoolYear.findMany({
      orderBy: { startsOn: 'desc' },
      select: { id: true, name: true, status: true },
    })
    const year = schoolYearId
      ? years.find(({ id }) => id === schoolYearId)
      : (years.find(({ status }) => status === 'active') ?? years[0])
    if (!year) return { year: null, years, current: null, items: [] }
    const [current, items] = await Promise.all([
      rulesFor({ db }, { schoolYearId: year.id }),
      readVersions(db, {
        schoolYearId: year.id,
        ...(can(ctx.permissions, mayDraft) ? {} : { status: { not: 'draft' } }),
      }),
    ])
    return { year, years, current, items }
  },
})

/** One version with its rules. */
export const readRulesVersion = query({
  name: 'evaluation.rules',
  permission: readRules,
  input: oneRulesInput,
  output: oneVersionDetail,
  run: ({ db, ctx, input: { rulesId } }) => readVersion(db, rulesId, can(ctx.permissions, mayDraft)),
})

/** What a version (`rulesId`) says differently from another (`otherId`), in plain words. */
export const compareVersions = query({
  name: 'evaluation.compare',
  permission: readRules,
  input: compareInput,
  output: comparison,
  run: async ({ db, ctx, input: { rulesId, otherId, language } }) => {
    const drafts = can(ctx.permissions, mayDraft)
    const [after, before] = await Promise.all([readVersion(db, rulesId, drafts), readVersion(db, otherId, drafts)])
    const say = (await translator(language, 'evaluation')) as unknown as Say
    const name = ({ id, number, year }: typeof after) => ({ id, number, year: year.name })
    const words = { say, locale: language }
    const changes = compareRules(describeRules(before.rules, words), describeRules(after.rules, words))
    return { before: name(before), after: name(after), changes }
  },
})
