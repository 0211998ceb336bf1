import { expect, test } from 'vitest'
import { removeFilter, saveFilter } from '@/lib/domain/filters/commands'
import { listFilters } from '@/lib/domain/filters/queries'
import { contextFor } from '../support/context'
import { testSchool } from '../support/school'

const list = 'students'

test('a filter is kept for its person and its list, and replaced under the same name', async () => {
  const school = await testSchool()
  const [secretary, rector] = [await contextFor(school, 'secretary'), await contextFor(school, 'rector')]
  const { id } = await saveFilter.run(secretary, { list, name: 'Sexto', query: 'gradeLevel=6' })
  await saveFilter.run(secretary, { list, name: 'Faltan papeles', query: 'missing=true' })
  await saveFilter.run(secretary, { list: 'enrollments', name: 'Sexto', query: 'gradeLevel=6' })
  expect(await saveFilter.run(secretary, { list, name: 'Sexto', query: 'gradeLevel=6&status=active' })).toMatchObject({
    id,
  })
  const { items } = await listFilters.run(secretary, { list })
  expect(items.map(({ name, query }) => `${name} ${query}`)).toEqual([
    'Faltan papeles missing=true',
    'Sexto gradeLevel=6&status=active',
  ])
  expect((await listFilters.run(rector, { list })).items).toEqual([])
  await expect(removeFilter.run(rector, { filterId: id })).rejects.toMatchObject({ code: 'not_found' })
  await removeFilter.run(secretary, { filterId: id })
  expect((await listFilters.run(secretary, { list })).items).toHaveLength(1)
})

test('a list holds twenty', async () => {
  const secretary = await contextFor(await testSchool(), 'secretary')
  for (let n = 0; n < 20; n += 1) await saveFilter.run(secretary, { list, name: `F${n}`, query: `q=${n}` })
  await expect(saveFilter.run(secretary, { list, name: 'Otro', query: 'q=x' })).rejects.toMatchObject({
    code: 'not_allowed_now',
  })
  expect(await saveFilter.run(secretary, { list, name: 'F3', query: 'q=y' })).toMatchObject({ query: 'q=y' })
})
