import { describe, expect, it } from 'vitest'
import { TenancyError } from '../errors'
import { fragment, schoolSql } from './sql'
import { schoolParameters } from './sql-check'

const refused: [string, string][] = [
  ['no school at all', 'select id from students'],
  ['no school compared', 'select school_id, id from students'],
  ['another operator', 'select id from students where school_id <> $1'],
  ['a list of schools', 'select id from students where school_id in ($1, $2)'],
  ['any school', 'select id from students where school_id = any($1)'],
  ['a school written into the text', "select id from students where school_id = '0'"],
  ['no school at all, negated', 'select id from students where not school_id = $1'],
  ['compared with null', 'select id from students where school_id is not null and school_id = $1'],
  ['a second table', 'select s.id from students s join guardians g on g.id = s.id where s.school_id = $1'],
  ['a union', 'select id from students where school_id = $1 union all select id from guardians'],
  ['a subselect', 'select id, (select count(*) from guardians) from students where school_id = $1'],
  ['a comma join', 'select s.id from students s, guardians g where s.school_id = $1'],
  ['a comma join without names', 'select 1 from students, guardians where school_id = $1'],
  ['a change', "update students set first_name = 'x' where school_id = $1"],
  ['a change in a with', 'with gone as (delete from students where school_id = $1 returning id) select id from gone'],
  ['two statements', 'select 1 from students where school_id = $1; select 1'],
  ['a lock', 'select id from students where school_id = $1 for update'],
  ['an or beside the school', 'select id from students where school_id = $1 or is_active'],
  ['an or around the school', 'select id from students where (school_id = $1) or is_active'],
  ['an or deep inside', 'select id from students where is_active and (gender = $2 or (school_id = $1 and is_active))'],
  [
    'an or in a subselect',
    'select 1 from a where school_id = $1 and exists (select from b where school_id = $1 or true)',
  ],
  ['a not around the school', 'select id from students where not (school_id = $1 and is_active)'],
  [
    'the school compared with itself',
    'select 1 from a where a.school_id = a.school_id and exists (select from b where b.school_id = $1)',
  ],
  [
    'schools compared in a circle',
    'select 1 from a join b on b.school_id = a.school_id and a.school_id = b.school_id join c on c.school_id = $1',
  ],
  ['one table compared twice', 'select 1 from a join b on true where b.school_id = $1 and b.school_id = $1'],
  ['the school made something else of', 'select 1 from students where (school_id = $1) is not null'],
  ['the same without brackets', 'select 1 from students where school_id = $1 is not null'],
  ['the school in a function', 'select 1 from students where coalesce(school_id = $1, true)'],
  ['the school among the columns', 'select id, school_id = $1 from students'],
  ['the school in an order', 'select id from students order by school_id = $1'],
  ['brackets that do not match', 'select id from students where school_id = $1 and (is_active'],
  ['tables of everybody’s alone', 'select full_name, email from users'],
  ['a school in a comment', 'select id from students -- where school_id = $1'],
]

describe('a statement of a school', () => {
  it.each(refused)('is refused: %s', (_, text) => {
    expect(() => schoolParameters(text)).toThrow(TenancyError)
  })

  it.each<[string, number[]]>([
    ['select id from students where school_id = $1', [0]],
    ['select s.id from students s join users u on u.id = s.user_id where s.school_id = $2 and s.id = $1', [1]],
    ['select 1 from students s join enrollments e on e.school_id = s.school_id where s.school_id = $1', [0]],
    ['select 1 from a where a.school_id = $1 union select 2 from b where b.school_id = $3', [0, 2]],
    ['with open as (select id from enrollments where school_id = $1) select count(*) from open', [0]],
    [
      `with open as (select id from enrollments where school_id = $1), shut as materialized (select 1 as id)
       select count(*) from open join shut on shut.id = open.id`,
      [0],
    ],
    ['select extract(year from birth_date), extract(epoch from now() - at) from students where school_id = $1', [0]],
    ['select 1 from students where school_id = $1 and second_name is distinct from first_name', [0]],
    ['select 1 from students where school_id = $1 and (gender = $2 or not is_active)', [0]],
    ["select case when a or b then 'or' end from students where school_id = $1 and note = ' or '", [0]],
    ['select 1 from a where school_id = $1 and (x or not exists (select from b where b.school_id = $1))', [0, 0]],
    ['select x from students cross join lateral jsonb_array_elements(a) x where school_id = $1', [0]],
  ])('is accepted: %s', (text, parameters) => {
    expect(schoolParameters(text)).toEqual(parameters)
  })

  it('never reaches the database with another school, not even in a later place', async () => {
    const sql = schoolSql('a')
    await expect(sql`select id from students where school_id = ${'b'}`).rejects.toThrow(TenancyError)
    await expect(
      sql`select 1 from a where a.school_id = ${'a'} union select 2 from b where b.school_id = ${'b'}`,
    ).rejects.toThrow(TenancyError)
    const filter = fragment`and exists (select from guardians g where g.school_id = ${'b'})`
    await expect(sql`select id from students where school_id = ${'a'} ${filter}`).rejects.toThrow(TenancyError)
  })
})
