import '../support/running-env'
import { expect } from '@playwright/test'
import { createStudent } from '@/lib/domain/students/commands'
import { expectAccessible } from '../support/accessible'
import { test } from '../support/browser'
import { contextFor } from '../support/context'
import { addGuardian, addStudent } from '../support/family'
import { signInAs } from '../support/login'
import { type TestSchool, testSchool } from '../support/school'

test.describe.configure({ timeout: 120_000 })

let school: TestSchool

test.beforeEach(async ({ context }) => {
  school = await testSchool()
  await signInAs(context, school, 'secretary')
})

const students = () => `/${school.slug}/students`

test('a secretary creates a student from an empty list, corrects it and sees what happened', async ({ page }) => {
  await page.goto(students())
  await expect(page.getByRole('heading', { name: 'Todavía no hay estudiantes' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Crear una ficha' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nuevo estudiante' })).toBeVisible()

  await page.getByLabel('Número de documento').fill('1098765432')
  await page.getByLabel('Primer apellido').fill('Núñez')
  await page.getByRole('button', { name: 'Crear la ficha' }).click()
  await expect(page.locator('#f-firstName-error')).toHaveText('Falta este dato.')
  await expect(page.getByLabel('Primer nombre')).toBeFocused()

  // A reload in the middle loses nothing.
  await page.getByLabel('Primer nombre').fill('Óscar')
  await expect
    .poll(() => page.evaluate(() => Object.values(localStorage).some((kept) => String(kept).includes('Óscar'))))
    .toBe(true)
  await page.reload()
  await expect(page.getByLabel('Primer nombre')).toHaveValue('Óscar')
  await expect(page.getByLabel('Número de documento')).toHaveValue('1.098.765.432')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Crear la ficha' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Núñez Óscar' })).toBeVisible()

  await page.getByRole('link', { name: 'Editar' }).click()
  await page.getByLabel('Primer nombre').fill('Óscar Iván')
  await page.getByRole('button', { name: 'Guardar los cambios' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Núñez Óscar Iván' })).toBeVisible()
  await page.getByRole('link', { name: 'Historial' }).click()
  await expect(page.getByText('cambió el primer nombre de Óscar a Óscar Iván')).toBeVisible()
  await expect(page.getByText('creó la ficha')).toBeVisible()
  await expectAccessible(page)

  await page.goto(`${students()}?q=nunez`)
  await expect(page.getByRole('row', { name: /Núñez Óscar Iván/ })).toContainText('TI 1.098.765.432')
  await expect(page.getByText('1 estudiante', { exact: true })).toBeVisible()
  await expectAccessible(page)
})

test('two people who edit the same student see both values', async ({ page, context }) => {
  const { id } = await addStudent(school, { firstSurname: 'Ríos', secondSurname: 'Gil', firstName: 'Sofía' })
  const other = await context.newPage()
  for (const one of [page, other]) await one.goto(`${students()}/${id}/edit`)
  await other.getByLabel('Primer nombre').fill('Sofía Isabel')
  await other.getByLabel('EPS').fill('Sura')
  await other.getByRole('button', { name: 'Guardar los cambios' }).click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(/Sofía Isabel/)

  await page.getByLabel('Primer nombre').fill('Sofi')
  await page.getByRole('button', { name: 'Guardar los cambios' }).click()
  const notice = page.getByRole('alert').filter({ hasText: 'Otra persona cambió estos datos' })
  await expect(notice).toContainText('Sofía Isabel')
  await expect(notice).toContainText('Sofi')
  await notice.getByRole('group', { name: 'Primer nombre' }).getByLabel('Sofía Isabel').check()
  await notice.getByRole('button').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Sofía Isabel/)
  await expect(page.getByText('Sura', { exact: true })).toBeVisible()
})

test('a child who seems to be there already is compared first', async ({ page }) => {
  const secretary = await contextFor(school, 'secretary')
  const child = { firstSurname: 'Restrepo', secondSurname: 'Vélez', firstName: 'Manuela', birthDate: '2015-02-03' }
  await createStudent.run(secretary, { ...child, documentType: 'RC', documentNumber: '1122334455' })
  await page.goto(`${students()}/new`)
  await page.getByLabel('Tipo de documento').selectOption('RC')
  await page.getByLabel('Número de documento').fill('1122334455')
  await page.getByLabel('Primer apellido').fill('Restrepo')
  await page.getByLabel('Segundo apellido').fill('Velez')
  await page.getByLabel('Primer nombre').fill('Manuela')
  await page.locator('#f-birthDate').fill('03/02/2015')
  await page.getByRole('button', { name: 'Crear la ficha' }).click()
  await expect(page.locator('#f-documentNumber-error')).toHaveText('Este documento ya es de Restrepo Vélez Manuela.')
  await expect(page.getByRole('link', { name: 'Abrir la ficha que ya existe' })).toBeVisible()

  await page.getByLabel('Tipo de documento').selectOption('TI')
  await page.getByRole('button', { name: 'Crear la ficha' }).click()
  await expect(page.getByText('Mismo número con otro tipo de documento')).toBeVisible()
  await page.getByLabel('Ninguno de ellos es').check()
  await page.getByRole('button', { name: 'Crear de todos modos' }).click()
  await expect(page.getByText('TI 1.122.334.455')).toBeVisible()
})

test('the family: a known guardian, the primary one, undo', async ({ page }) => {
  const { id } = await addStudent(school, { firstSurname: 'Gil', firstName: 'Ana' })
  const sibling = await addStudent(school, { firstSurname: 'Gil', firstName: 'Luis' })
  const names = { firstSurname: 'Mora', secondSurname: null, firstName: 'Rosa', documentNumber: '43123456' }
  await addGuardian(school, { ...names, of: [sibling.id] })
  await page.goto(`${students()}/${id}?tab=family`)
  await expect(page.getByRole('heading', { name: 'Sin acudientes' })).toBeVisible()
  await page.getByRole('button', { name: 'Agregar acudiente' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Número de documento').fill('43.123.456')
  await sheet.getByRole('button', { name: 'Usar a Rosa Mora' }).click()
  await sheet.getByLabel('Parentesco').selectOption('mother')
  await expectAccessible(page)
  await sheet.getByRole('button', { name: 'Agregar a Rosa Mora' }).click()
  const rosa = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Rosa Mora' })
  await expect(rosa).toContainText('Principal')

  await page.getByRole('button', { name: 'Agregar acudiente' }).click()
  await sheet.getByLabel('Número de documento').fill('71000111')
  await sheet.getByLabel('Primer apellido').fill('Gil')
  await sheet.getByLabel('Primer nombre').fill('Pedro')
  await sheet.getByLabel('Celular').fill('300 123 4567')
  await sheet.getByLabel('Parentesco').selectOption('father')
  await sheet.getByRole('button', { name: 'Agregar', exact: true }).click()
  const pedro = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Pedro Gil' })
  await expect(pedro).toContainText('300 123 4567')

  await pedro.getByRole('button', { name: 'Acciones de Pedro Gil' }).click()
  await page.getByRole('menuitem', { name: 'Hacer principal' }).click()
  await expect(pedro).toContainText('Principal')
  await expect(rosa).not.toContainText('Principal')
  await pedro.getByRole('button', { name: 'Acciones de Pedro Gil' }).click()
  await page.getByRole('menuitem', { name: 'Quitar de este estudiante' }).click()
  await expect(pedro).toHaveCount(0)
  await expect(rosa).toContainText('Principal')
  await page.getByRole('button', { name: 'Deshacer' }).click()
  await expect(pedro).toContainText('Principal')

  await rosa.getByRole('link', { name: 'Rosa Mora' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mora Rosa' })).toBeVisible()
  await expect(
    page.getByRole('row', { name: /Gil Luis/ }).or(page.getByRole('row', { name: /Gil.*Luis/ })),
  ).toBeVisible()
  await expectAccessible(page)
})

test('on a phone: filters, deactivating and undoing, the list as a file', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const { id } = await addStudent(school, { firstSurname: 'Zapata', firstName: 'Íngrid' })
  await page.goto(students())
  await expect(page.getByRole('link', { name: /Zapata/ })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.getByText('Filtrar').click()
  await page.getByLabel('Estado').selectOption('none')
  await expect(page).toHaveURL(/status=none/)
  await page.getByRole('button', { name: 'Más acciones' }).click()
  const file = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Exportar a CSV' }).click()
  expect((await file).suggestedFilename()).toMatch(/^estudiantes-.*\.csv$/)

  await page.goto(`${students()}/${id}`)
  await page.getByRole('button', { name: 'Más acciones' }).click()
  await page.getByRole('menuitem', { name: 'Desactivar' }).click()
  await expect(page.getByText('Esta ficha está inactiva')).toBeVisible()
  await page.getByRole('button', { name: 'Deshacer' }).click()
  await expect(page.getByText('Esta ficha está inactiva')).toHaveCount(0)
  await expectAccessible(page)
})

test('another school’s student is a page that does not exist', async ({ page }) => {
  const other = await testSchool()
  const { id } = await addStudent(other, { firstSurname: 'Ajeno' })
  for (const path of [id, `${id}/edit`, `${id}?tab=family`, `${id}?tab=history`]) {
    await page.goto(`${students()}/${path}`)
    await expect(page.getByRole('heading', { name: 'Esta página no existe' })).toBeVisible()
    expect(await page.content()).not.toContain('Ajeno')
  }
})
