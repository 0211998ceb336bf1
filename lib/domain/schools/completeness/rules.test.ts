import { expect, test } from 'vitest'
import { missingByPage, missingThings, type SetUp } from './rules'

const all = (there: boolean) => Object.fromEntries(missingThings.map((thing) => [thing, there])) as SetUp

test('a page is complete when nothing of it is missing, and everything belongs to a page', () => {
  expect(missingByPage(all(true)).flatMap(({ missing }) => missing)).toEqual([])
  expect(
    missingByPage(all(false))
      .flatMap(({ missing }) => missing)
      .sort(),
  ).toEqual([...missingThings].sort())
  const { missing } = missingByPage({ ...all(true), dane: false }).find(({ page }) => page === 'simat')!
  expect(missing).toEqual(['dane'])
})
