import '../support/running-env'
import { expect, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db/client'
import { addAssignment } from '../support/academics'
import { expectAccessible } from '../support/accessible'
import { test } from '../support/browser'
import { contextOf } from '../support/context'
import { addGradedCourse, type GradedCourse } from '../support/gradebook'
import { signInAs } from '../support/login'
import { addUser, memberOf, password, type TestSchool, testSchool } from '../support/school'

let school: TestSchool
let graded: GradedCourse

async function open(page: Page, students = 3): Promise<void> {
  school = await testSchool()
  graded = await addGradedCourse(school, { students, activities: 4, titles: ['Quiz', 'Taller', 'Examen', 'Proyecto'] })
  await signInAs(page.context(), school, 'teacher')
  await page.goto(addressOf())
  await expect(page.getByRole('grid')).toBeVisible()
}
const addressOf = () => `/${school.slug}/gradebook/${graded.id}?period=${graded.course.periodId}`
const cell = (page: Page, row: number, column: number) => page.locator('tbody tr').nth(row).locator('td').nth(column)
const start = (page: Page, row = 0, column = 0) => cell(page, row, column).click()
const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: 'Todo guardado' })).toBeVisible()

/** Scores as the database holds them: by student, then by activity. */
async function stored(): Promise<string[][]> {
  const rows = await database().prisma.activityScore.findMany({ where: { schoolId: school.id } })
  return graded.students.map(({ enrollmentId }) =>
    graded.activities.map((activityId) => {
      const row = rows.find((one) => one.enrollmentId === enrollmentId && one.activityId === activityId)
      if (!row || row.status === 'cleared') return ''
      return row.score ? `${row.status === 'late' ? 'T ' : ''}${Number(row.score)}` : row.status
    }),
  )
}
const changes = () => database().prisma.activityScoreChange.count({ where: { schoolId: school.id } })

test('36 scores of a column by keyboard alone, each saved once', async ({ page }) => {
  await open(page, 36)
  const typed = Array.from({ length: 36 }, (_, row) => (row === 5 ? 'np' : row === 6 ? 't 3,5' : `${(row % 5) + 0.5}`))
  await page.getByRole('button', { name: 'Teclado' }).focus()
  await page.keyboard.press('Tab')
  await expect(cell(page, 0, 0)).toBeFocused()
  const began = Date.now()
  for (const text of typed) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  expect(Date.now() - began).toBeLessThan(60_000)
  await saved(page)
  const expected = typed.map((text) => (text === 'np' ? 'not_submitted' : text === 't 3,5' ? 'T 3.5' : text))
  expect((await stored()).map(([first]) => first)).toEqual(expected)
  expect(await changes()).toBe(36)
  await expect(cell(page, 0, 4)).toContainText('0,5')
  await expect(cell(page, 3, 4)).toContainText('Básico')
})

test('the whole keyboard: replace, open, restore, delete, undo, find', async ({ page }) => {
  await open(page)
  await start(page)
  await page.keyboard.type('4,5')
  await page.keyboard.press('Tab')
  await page.keyboard.type('3')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('F2')
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('1')
  await page.keyboard.press('Enter')
  await expect(cell(page, 1, 0).locator('input')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(cell(page, 0, 0))
    .toHaveText('4,1, por guardar', { timeout: 1 })
    .catch(() => undefined)
  await page.keyboard.type('2')
  await page.keyboard.press('Escape')
  await expect(cell(page, 1, 0)).toHaveText('')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Delete')
  await saved(page)
  expect((await stored())[0]).toEqual(['4.1', '', '', ''])
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(cell(page, 0, 1)).toContainText('3')
  await expect(cell(page, 0, 0)).toContainText('4,5')
  await page.keyboard.press('Control+Shift+Z')
  await expect(cell(page, 0, 0)).toContainText('4,1')
  await page.keyboard.press('Control+f')
  const name = graded.students[2]!.name
  await page.keyboard.type(name.slice(0, 5))
  await page.keyboard.press('Enter')
  const found = graded.students.findIndex((one) => one.name.toLowerCase().includes(name.slice(0, 5).toLowerCase()))
  await expect(cell(page, found, 0)).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('grid').locator(':focus')).toHaveCount(0)
})

test('a block from a spreadsheet, with gaps and codes; a column filled, and taken back', async ({ page }) => {
  await open(page)
  await start(page)
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '4,5\t\tNP\r\n3\t2,5\t9\r\n')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await expect(page.getByText('Se pegaron 5 notas')).toBeVisible()
  await saved(page)
  expect(await stored()).toEqual([
    ['4.5', '', 'not_submitted', ''],
    ['3', '2.5', '', ''],
    ['', '', '', ''],
  ])
  await expect(cell(page, 1, 2)).toContainText('9')
  await expect(cell(page, 1, 2)).toHaveAttribute('aria-invalid', 'true')
  await start(page, 1, 2)
  await expect(page.getByText('«9» está fuera de la escala, que va de 0 a 5')).toBeVisible()
  await page.reload()
  await expect(cell(page, 1, 2)).toContainText('9')
  await start(page, 0, 0)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('5')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Control+d')
  await expect(page.getByText('Se llenaron 2 celdas')).toBeVisible()
  await saved(page)
  expect((await stored()).map((row) => row[3])).toEqual(['5', '5', '5'])
  await page.keyboard.press('Control+z')
  await saved(page)
  await expect.poll(async () => (await stored()).map((row) => row[3])).toEqual(['5', '', ''])
})

test('the network goes: nothing typed is lost, not even by a reload, and each score arrives once', async ({
  page,
  context,
}) => {
  await open(page)
  await start(page)
  await page.keyboard.type('4')
  await page.keyboard.press('Enter')
  await saved(page)
  await context.setOffline(true)
  for (const text of ['3,5', 'ex']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  await expect(page.getByRole('status').filter({ hasText: 'Sin conexión' })).toBeVisible()
  await expect(cell(page, 1, 0)).toContainText('sin conexión, guardado en este equipo')
  expect((await stored()).map(([first]) => first)).toEqual(['4', '', ''])
  await context.route('**/api/v1/gradebook/scores', (route) => route.abort())
  await context.setOffline(false)
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(cell(page, 1, 0)).toContainText('3,5')
  await expect(cell(page, 2, 0)).toContainText('EX')
  expect((await stored()).map(([first]) => first)).toEqual(['4', '', ''])
  await context.unroute('**/api/v1/gradebook/scores')
  await expect
    .poll(async () => (await stored()).map(([first]) => first), { timeout: 40_000 })
    .toEqual(['4', '3.5', 'excused'])
  await saved(page)
  expect(await changes()).toBe(3)
})

test('the session ends in the middle: sign in in place, and it goes on', async ({ page }) => {
  await open(page)
  await start(page)
  await page.keyboard.type('4')
  await page.keyboard.press('Enter')
  await saved(page)
  await database().prisma.authSession.updateMany({
    where: { userId: school.members.teacher.userId },
    data: { revokedAt: new Date() },
  })
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Su sesión terminó' })
  await dialog.getByLabel('Contraseña').fill(password)
  await dialog.getByRole('button', { name: 'Entrar y guardar' }).click()
  await expect(dialog).toBeHidden()
  await saved(page)
  expect((await stored()).map(([first]) => first)).toEqual(['4', '2', ''])
  expect(await changes()).toBe(2)
})

test('somebody else writes in the same cell: both values, a choice, and the history of both', async ({ page }) => {
  await open(page)
  const { userId } = await addUser({ fullName: 'Olga Docente' })
  await memberOf(school, userId, ['teacher'])
  await addAssignment(school, graded.id, { teacherId: userId, role: 'support' })
  const { saveScores } = await import('@/lib/domain/gradebook/scores/commands')
  await saveScores.run(await contextOf(school, userId), {
    ...graded.course,
    cells: [
      {
        activityId: graded.activities[0],
        enrollmentId: graded.students[0]!.enrollmentId,
        status: 'scored',
        score: '1.5',
        version: 0,
      },
    ],
  })
  await start(page)
  await page.keyboard.type('4')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByText('Olga Docente escribió otra cosa')).toBeVisible()
  await page.getByRole('button', { name: 'Dejar la mía (4,0)' }).click()
  await saved(page)
  expect((await stored())[0]?.[0]).toBe('4')
  await page.keyboard.press('Alt+h')
  const drawer = page.getByRole('dialog', { name: 'Historial' })
  await expect(drawer).toContainText('cambió 1,5 por 4')
  await expect(drawer).toContainText('Olga Docente escribió 1,5')
})

test('activities, words and handing in, and the pages can be used by everybody', async ({ page }) => {
  test.setTimeout(120_000)
  await open(page)
  await page.getByRole('link', { name: 'Nueva actividad' }).click()
  await page.getByLabel('Título').fill('Exposición oral')
  await page.getByLabel('Peso').fill('25,5')
  await page.getByRole('button', { name: 'Crear la actividad' }).click()
  await expect(page.getByRole('columnheader', { name: /Exposición oral/ })).toContainText('25,5 %')
  await expect(page.getByText('Los pesos suman 65,5 %')).toBeVisible()
  await start(page)
  await page.keyboard.type('9')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await expectAccessible(page)
  await page.keyboard.press('Delete')

  await page.getByRole('link', { name: 'Comentarios y logros' }).click()
  const first = graded.students[0]!
  const area = page.getByLabel(`Observación: ${first.name}`)
  await page.getByLabel('Frase nueva').fill('Participa con buenas preguntas.')
  await page.getByRole('button', { name: 'Guardar la frase' }).click()
  await expect(page.getByRole('button', { name: 'Participa con buenas preguntas.' })).toBeVisible()
  await area.fill('Avanza.')
  await area.press('End')
  await area.press('Alt+1')
  await expect(area).toHaveValue('Avanza. Participa con buenas preguntas.')
  await expect
    .poll(() => database().prisma.courseComment.findMany({ where: { schoolId: school.id }, select: { text: true } }))
    .toEqual([{ text: 'Avanza. Participa con buenas preguntas.' }])
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Entregar periodo' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Entregar periodo' }).click()
  await expect(page.getByText('Entregado', { exact: true })).toBeVisible()
  await page.goto(addressOf())
  await start(page)
  await page.keyboard.type('4')
  await expect(page.getByText('Aquí no se pueden cambiar las notas')).toBeVisible()
  await page.goto(`/${school.slug}/gradebook?period=${graded.course.periodId}`)
  await expect(page.getByText('1 de 1 entregados')).toBeVisible()
  await expectAccessible(page)
})

test('on a phone: one activity, a list with big cells, and no way to the side', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page)
  const sideways = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(await sideways()).toBe(0)
  await expect(cell(page, 0, 1)).toBeHidden()
  await page.getByLabel('Actividad', { exact: true }).selectOption({ label: 'Taller' })
  await expect(cell(page, 0, 0)).toBeHidden()
  const box = await cell(page, 0, 1).boundingBox()
  expect(Math.min(box!.width, box!.height)).toBeGreaterThanOrEqual(44)
  await start(page, 0, 1)
  await page.keyboard.type('4')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'NP' }).click()
  await saved(page)
  expect((await stored()).map((row) => row[1])).toEqual(['4', 'not_submitted', ''])
  expect(await sideways()).toBe(0)
})
