import '../support/running-env'
import { expect } from '@playwright/test'
import { test } from '../support/browser'
import { addStudent } from '../support/family'
import { signInAs } from '../support/login'
import { testSchool } from '../support/school'

test('the filters of a list are kept under a name, used again, and taken away by mistake', async ({
  page,
  context,
}) => {
  const school = await testSchool()
  await addStudent(school)
  await signInAs(context, school, 'secretary')
  const narrowed = `/${school.slug}/students?status=active`
  await page.goto(narrowed)
  const kept = page.getByRole('group').filter({ hasText: 'Guardados' })
  await kept.getByText('Guardados').click()
  await expect(page.getByText('Aún no ha guardado filtros de esta lista.')).toBeVisible()
  const name = page.getByLabel('Guardar los filtros de ahora como')
  await kept.getByRole('button', { name: 'Guardar', exact: true }).click()
  await expect(page.getByText('Escriba un nombre para encontrarlo después.')).toBeVisible()
  await name.pressSequentially('Los de este año')
  // A name narrows nothing.
  await page.waitForTimeout(600)
  expect(new URL(page.url()).search).toBe('?status=active')
  await name.press('Enter')
  await expect(kept.getByRole('link', { name: 'Los de este año' })).toBeVisible()

  await page.goto(`/${school.slug}/students`)
  await page.getByText('Guardados').click()
  await page.getByRole('link', { name: 'Los de este año' }).click()
  await expect(page).toHaveURL(new RegExp(`${school.slug}/students\\?status=active$`))

  await page.getByText('Guardados').click()
  await page.getByRole('button', { name: 'Quitar el filtro Los de este año' }).click()
  await expect(page.getByRole('link', { name: 'Los de este año' })).toHaveCount(0)
  await expect(page.locator('summary', { hasText: 'Guardados' })).toBeFocused()
  await page.getByRole('button', { name: 'Deshacer' }).click()
  await page.getByText('Guardados').click()
  await expect(page.getByRole('link', { name: 'Los de este año' })).toBeVisible()
})
