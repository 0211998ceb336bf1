import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Fragment, fragment, schoolSql } from '@/lib/platform/db/sql'
import { TenancyError } from '@/lib/platform/errors'
import { rowIds } from '@/tests/support/rows'
import { twinSchools } from '@/tests/support/whole-school'
import { brief, runs, seed } from './tree-trial'

/** A piece of a statement as it stands there. */
const raw = (text: string): Fragment =>
  fragment(Object.assign([text], { raw: [text] }) as unknown as TemplateStringsArray)

/** The same of other names: the tag knows tables by their names in a statement, and takes one name for one table. */
const elsewhere = ({ texts, values }: Fragment): Fragment =>
  new Fragment(
    texts.map((text) => text.replace(/\bs\./g, 't.').replace(/\be\./g, 'f.')),
    values.map((value) => (value instanceof Fragment ? elsewhere(value) : value)),
  )

/** Conditions as somebody in a hurry writes them, some of which hold the school and some of which only look so. */
function conditions(a: string, b: string): fc.Arbitrary<Fragment> {
  const school = fc.constantFrom(a, a, a, b)
  const simple = fc.oneof(
    school.map((id) => fragment`s.school_id = ${id}`),
    school.map((id) => fragment`e.school_id = ${id}`),
    fc.constantFrom(
      ...[
        's.school_id = e.school_id',
        's.school_id = s.school_id',
        'e.school_id = s.school_id',
        'true',
        's.is_active',
      ].map(raw),
      ...['s.school_id is not null', 's.school_id <> e.school_id', 's.school_id in (select id from schools)'].map(raw),
    ),
    school.map((id) => fragment`exists (select 1 from guardians g where g.school_id = ${id})`),
    school.map((id) => fragment`case when s.school_id = ${id} then true else true end`),
    school.map((id) => fragment`(s.school_id = ${id}) is not null`),
  )
  const join = (word: string) => (list: Fragment[]) =>
    list.reduce((before, next) => (word === 'or' ? fragment`${before} or ${next}` : fragment`${before} and ${next}`))
  const { tree } = fc.letrec<{ tree: Fragment; list: Fragment[] }>((tie) => ({
    list: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
    tree: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      simple,
      tie('list').map(join('and')),
      tie('list').map((list) => fragment`(${join('or')(list)})`),
      tie('list').map(join('or')),
      tie('tree').map((inner) => fragment`(${inner})`),
      tie('tree').map((inner) => fragment`not (${inner})`),
    ),
  }))
  // Half of them hold the school and say something more, so that the tag has something to let through.
  const kept = tree.map((rest) => fragment`s.school_id = ${a} and e.school_id = s.school_id and ${rest}`)
  const harmless = fc.constantFrom(...['true', 's.is_active', '(e.status = s.full_name or s.is_active)'].map(raw))
  const whole = harmless.map((rest) => fragment`s.school_id = ${a} and e.school_id = s.school_id and ${rest}`)
  return fc.oneof(tree, kept, whole)
}

it(
  `gives no row of another school in ${runs} statements that the tag lets through or not`,
  async () => {
    const { a, b } = await twinSchools()
    const theirs = new Set(Object.values(await rowIds(b.id)).flat())
    const tree = conditions(a.id, b.id)
    const score = { refused: 0, answered: 0, rows: 0 }
    const sql = schoolSql(a.id)
    const ways: ((one: Fragment, two: Fragment) => Fragment)[] = [
      (one) => fragment`select s.id from students s join enrollments e on true where ${one}`,
      (one, two) => fragment`select s.id, e.id as other from students s join enrollments e on ${one} where ${two}`,
      (one) => fragment`select s.id from students s cross join enrollments e where ${one}`,
      (one, two) =>
        fragment`select s.id from students s join enrollments e on ${one} union all select f.id from students t join enrollments f on ${elsewhere(two)}`,
      (one, two) =>
        fragment`with part as (select s.id, s.school_id from students s join enrollments e on ${one}) select p.id from part p join students t on t.id = p.id join enrollments f on ${elsewhere(two)}`,
      (one) =>
        fragment`select (select max(s.id::text) from students s join enrollments e on ${one}) as id from schools`,
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ways), tree, tree, async (way, one, two) => {
        let rows: Record<string, string>[]
        try {
          rows = await sql`${way(one, two)}`
        } catch (error) {
          if (!(error instanceof TenancyError)) throw error
          score.refused += 1
          return
        }
        score.answered += 1
        score.rows += rows.length
        for (const id of rows.flatMap((row) => Object.values(row))) expect(theirs.has(id)).toBe(false)
      }),
      { numRuns: runs, seed, endOnFailure: brief },
    )
    console.log(`the sql tag: ${runs} statements, nothing foreign; ${JSON.stringify(score)}`)
    expect(score.answered, JSON.stringify(score)).toBeGreaterThan(runs / 100)
  },
  60_000 + runs * 20,
)
