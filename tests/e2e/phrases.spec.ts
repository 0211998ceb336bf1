import '../support/running-env'
import { expect } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { test } from '../support/browser'
import { addGradedCourse } from '../support/gradebook'
import { signInAs } from '../support/login'
import { testSchool } from '../support/school'

test.use({ actionTimeout: 15_000 })

test('a coordinator keeps the phrases that every teacher is offered, and takes one back', async ({ page, context }) => {
  const school = await testSchool()
  const graded = await addGradedCourse(school, { students: 1 })
  const words = `/${school.slug}/gradebook/${graded.id}/words?period=${graded.course.periodId}`
  await signInAs(context, school, 'coordinator')
  await page.goto(words)
  await page.getByRole('link', { name: 'Frases del colegio' }).click()
  await expect(page.getByText('El colegio no tiene frases todavía')).toBeVisible()
  await page.getByRole('button', { name: 'Nueva frase' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Frase').fill('Cumple con sus compromisos.')
  await dialog.getByRole('button', { name: 'Agregar la frase' }).click()
  const list = page.getByRole('list', { name: 'Fortaleza' })
  await expect(list).toContainText('Cumple con sus compromisos.')

  await page.getByRole('button', { name: /^Cambiar «Cumple/ }).click()
  await dialog.getByLabel('Frase').fill('Cumple siempre con sus compromisos.')
  await dialog.getByRole('button', { name: 'Guardar la frase' }).click()
  await expect(list).toContainText('Cumple siempre')
  await expectAccessible(page)

  await page.getByRole('button', { name: /^Quitar «Cumple/ }).click()
  await expect(list).toBeHidden()
  await page.getByRole('button', { name: 'Deshacer' }).click()
  await expect(list).toContainText('Cumple siempre')

  await signInAs(context, school, 'teacher')
  await page.goto(words)
  await expect(page.getByRole('button', { name: 'Cumple siempre con sus compromisos.' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Frases del colegio' })).toHaveCount(0)
  expect((await page.goto(`/${school.slug}/gradebook/phrases`))?.status()).toBe(404)
})
