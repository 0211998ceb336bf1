import '../support/running-env'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { test } from '../support/browser'
import { aCourse } from '../support/evaluation'
import { signInAs } from '../support/login'

test.describe.configure({ timeout: 120_000 })

type Situation = Awaited<ReturnType<typeof aCourse>>
const view = ({ school, course }: Situation, query = '') =>
  `/${school.slug}/gradebook/${course.id}/recoveries?period=${school.periodIds[0]}${query}`
const line = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Estudiantes por nivelar' }).locator('> li').filter({ hasText: name })

test.use({ actionTimeout: 15_000 })

test('who failed is planned, scored up to the ceiling, corrected and annulled, and the marks tell it', async ({
  page,
  context,
}) => {
  // Ana 0.4 × 4.0 + 0.6 × 2.0 = 2.8; Luis passes with 4.1. A recovery is worth 3.5 at most, the better one stays.
  const there = await aCourse({ recovery: { keeps: 'higher', ceiling: '3.5' } })
  const { name } = there.ana
  await signInAs(context, there.school, 'teacher')
  await page.goto(`/${there.school.slug}/gradebook/${there.course.id}?period=${there.school.periodIds[0]}`)
  await page.getByRole('link', { name: 'Nivelaciones' }).click()
  await expect(page.getByText('Quienes quedaron por debajo de 3,0.')).toBeVisible()
  await expect(page.getByText('1 por planear · 0 planeadas · 0 hechas')).toBeVisible()
  await expect(line(page, there.luis.name)).toHaveCount(0)
  await expect(line(page, name)).toContainText('Nota: 2,8')
  await expectAccessible(page)

  await page.getByRole('button', { name: `Planear la nivelación de ${name}` }).click()
  await page.getByLabel('Qué debe preparar').fill('Taller de fracciones')
  await page.getByRole('dialog').getByRole('button', { name: 'Planear' }).click()
  await expect(line(page, name)).toContainText('Taller de fracciones')

  await page.getByRole('button', { name: `Escribir la nota: ${name}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nota de la nivelación').fill('9')
  await dialog.getByRole('button', { name: 'Guardar la nota' }).click()
  await expect(dialog.getByText('fuera de la escala').first()).toBeVisible()
  await dialog.getByLabel('Nota de la nivelación').fill('4,5')
  await expect(dialog.getByText('La nota 2,8 queda en 3,5: Básico.')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Guardar la nota' }).click()
  await expect(line(page, name)).toContainText('Original 2,8 · nivelación 4,5 · queda 3,5')

  await page.getByRole('link', { name }).click()
  const marks = page.getByRole('button', { name: /Periodo 1/ })
  await expect(marks).toContainText('Nivelada: era 2,8, sacó 4,5')
  await marks.click()
  await expect(page.getByRole('dialog', { name: '¿Por qué esta nota?' })).toContainText('vale a lo sumo 3,5')

  await page.goto(view(there))
  await page.getByRole('button', { name: `Anular la nivelación de ${name}` }).click()
  await dialog.getByLabel('Motivo').fill('Se calificó otro taller')
  await dialog.getByRole('button', { name: 'Anular' }).click()
  await expect(line(page, name)).toContainText('Nota: 2,8')
  await line(page, name).getByText('Historial').click()
  await expect(line(page, name)).toContainText('escribió 4,5: queda 3,5')
  await expect(line(page, name)).toContainText('Se calificó otro taller')
})

test('on a phone nothing goes to the side; a coordinator reads; nobody to recover is said', async ({
  page,
  context,
}) => {
  const there = await aCourse({ passMark: '4.5' })
  await page.setViewportSize({ width: 390, height: 844 })
  await signInAs(context, there.school, 'teacher')
  await page.goto(view(there))
  await expect(page.getByRole('link', { name: 'Nivelaciones' })).toBeInViewport()
  await page.getByRole('button', { name: 'Planear las 2 que faltan' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Planear las 2 que faltan' }).click()
  await expect(page.getByText('2 nivelaciones planeadas.')).toBeVisible()
  await expect(page.getByText('Nadie por planear · 2 planeadas')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
  await expectAccessible(page)

  await signInAs(context, there.school, 'coordinator')
  await page.goto(view(there))
  await expect(line(page, there.ana.name)).toContainText('Planeada')
  await expect(page.getByRole('button', { name: /^Anular/ })).toHaveCount(0)

  const passed = await aCourse({ passMark: '1' })
  await signInAs(context, passed.school, 'teacher')
  await page.goto(view(passed))
  await expect(page.getByText('Nadie tiene que nivelar')).toBeVisible()
})
