import '../support/running-env'
import { expect, type Page } from '@playwright/test'
import { markAttendance } from '@/lib/domain/attendance/commands'
import { database } from '@/lib/platform/db/client'
import { expectAccessible } from '../support/accessible'
import { addClass, type TestClass } from '../support/attendance'
import { test } from '../support/browser'
import { contextFor } from '../support/context'
import { signInAs } from '../support/login'
import { type TestSchool, testSchool } from '../support/school'

test.describe.configure({ timeout: 120_000 })
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

let school: TestSchool
let group: TestClass

const start = async (children: number) => {
  school = await testSchool()
  group = await addClass(school, children)
}
const roll = (query = '') => `/${school.slug}/attendance/${group.groupId}${query}`
const line = (page: Page, index: number) => page.locator('.roll-tap').nth(index)
const stored = async () => {
  const rows = await database().prisma.attendanceRecord.findMany({
    where: { schoolId: school.id },
    select: { enrollmentId: true, status: true },
  })
  const status = new Map(rows.map((row) => [row.enrollmentId, row.status]))
  return group.children.map(({ enrollmentId }) => status.get(enrollmentId) ?? null)
}

test('a teacher takes the list of 35 on a phone within 15 seconds, tick by tick', async ({ page, context }) => {
  await start(35)
  await signInAs(context, school, 'teacher')
  await page.goto(`/${school.slug}/attendance`)
  await expectAccessible(page)
  const began = Date.now()
  await page.getByRole('link', { name: /^6°G/ }).first().click()
  await expect(page.getByText('35 presentes')).toBeVisible()
  await line(page, 3).tap()
  await line(page, 10).tap()
  await line(page, 10).tap()
  await line(page, 34).tap()
  await line(page, 34).tap()
  await line(page, 34).tap()
  await expect(page.getByText('32 presentes · 3 no')).toBeVisible()
  await expect(page.getByText('Todo guardado')).toBeVisible()
  expect(Date.now() - began).toBeLessThan(15_000)
  const marks = await stored()
  expect([marks[3], marks[10], marks[34]]).toEqual(['absent', 'late', 'excused'])
  expect(marks.filter((status) => status === 'present')).toHaveLength(32)
  for (const tap of await page.locator('.roll-tap').all())
    expect((await tap.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Deshacer' }).tap()
  await expect.poll(async () => (await stored())[34]).toBe('late')
})

test('a cut connection and a reload lose nothing and double nothing', async ({ page, context }) => {
  await start(3)
  await signInAs(context, school, 'teacher')
  await page.goto(roll())
  await expect(page.getByText('3 presentes')).toBeVisible()
  await page.route('**/api/v1/attendance/**', (route) => route.abort('internetdisconnected'))
  await line(page, 0).tap()
  await line(page, 2).tap()
  await expect(page.getByText(/Sin conexión: 2 pendientes/)).toBeVisible()
  expect(await stored()).toEqual([null, null, null])

  await page.reload()
  await expect(line(page, 0)).toHaveAccessibleName(/Ausente/)
  await expect(page.getByText('1 presente · 2 no')).toBeVisible()
  await page.unroute('**/api/v1/attendance/**')
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(page.getByText('Todo guardado')).toBeVisible()
  expect(await stored()).toEqual(['absent', 'present', 'absent'])
  expect(await database().prisma.attendanceList.count({ where: { schoolId: school.id } })).toBe(1)
})

test('an answer that got lost is asked for again and counts once', async ({ page, context }) => {
  await start(2)
  await signInAs(context, school, 'teacher')
  await page.goto(roll())
  let lost = 0
  await page.route('**/api/v1/attendance/marks', async (route) => {
    if (lost++ > 0) return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  })
  await line(page, 0).tap()
  await expect(page.getByText('Todo guardado')).toBeVisible()
  expect(await stored()).toEqual(['absent', 'present'])
  expect(await database().prisma.attendanceChange.count({ where: { schoolId: school.id } })).toBe(0)
})

test('two who disagree are told, and either value can stay', async ({ page, context }) => {
  await start(2)
  await signInAs(context, school, 'teacher')
  await page.goto(roll())
  await expect(page.getByText('2 presentes')).toBeVisible()
  const place = { classGroupId: group.groupId, day: group.day, lesson: 0, version: 0 }
  const coordinator = await contextFor(school, 'coordinator')
  for (const { enrollmentId } of group.children)
    await markAttendance.run(coordinator, { ...place, enrollmentId, status: 'late' })
  await line(page, 0).tap()
  await expect(page.getByText('Otra persona guardó «Tarde».')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Poner «Ausente»' }).tap()
  await expect.poll(stored).toEqual(['absent', 'late'])
  await line(page, 1).tap()
  await page.getByRole('button', { name: 'Dejarlo así' }).tap()
  await expect(line(page, 1)).toHaveAccessibleName(/Tarde/)
  expect(await stored()).toEqual(['absent', 'late'])
})

test('a session that ended is renewed in place, and the ticks go out', async ({ page, context }) => {
  await start(2)
  await signInAs(context, school, 'teacher')
  await page.goto(roll())
  await expect(page.getByText('2 presentes')).toBeVisible()
  const { userId } = school.members.teacher
  await database().prisma.authSession.updateMany({ where: { userId }, data: { revokedAt: new Date() } })
  await line(page, 1).tap()
  await page.getByLabel('Contraseña').fill('Cuaderno-Azul-2026')
  await page.getByRole('button', { name: 'Entrar y guardar' }).tap()
  await expect(page.getByText('Todo guardado')).toBeVisible()
  expect(await stored()).toEqual(['present', 'absent'])
})

test('at a desk the keys 1 to 4 and the arrows do it all', async ({ page, context }) => {
  await start(4)
  await page.setViewportSize({ width: 1366, height: 900 })
  await signInAs(context, school, 'teacher')
  await page.goto(roll('?lesson=1'))
  await line(page, 0).focus()
  await page.keyboard.press('1')
  await expect(line(page, 1)).toBeFocused()
  await page.keyboard.press('2')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('4')
  await expect(page.getByText('Todo guardado')).toBeVisible()
  expect(await stored()).toEqual(['present', 'absent', 'present', 'excused'])
})
