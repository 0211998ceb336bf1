import '../support/running-env'
import { randomInt } from 'node:crypto'
import { expect } from '@playwright/test'
import { changeEnrollmentStatus } from '@/lib/domain/enrollments/commands'
import { expectAccessible } from '../support/accessible'
import { test } from '../support/browser'
import { contextFor } from '../support/context'
import { addEnrollment } from '../support/enrollment'
import { addGuardian, addStudent } from '../support/family'
import { signInAs } from '../support/login'
import { type TestSchool, testSchool } from '../support/school'

let school: TestSchool
test.beforeAll(async () => {
  school = await testSchool({ name: 'Institución Educativa San José' })
})
test.beforeEach(({ context }) => signInAs(context, school, 'secretary'))

/** A child of this year's 7°B with a mother, not enrolled for the next year. */
async function returningChild() {
  const child = await addStudent(school, { firstName: 'Sofía', firstSurname: 'Ríos', birthDate: '2013-04-09' })
  const mother = await addGuardian(school, { of: [child.id] })
  await addEnrollment(school, { studentId: child.id, gradeLevel: '7', groupCode: 'B', status: 'active' })
  return { child, mother }
}

test('a returning child is enrolled by keyboard alone', async ({ page }) => {
  const { child, mother } = await returningChild()
  await page.goto(`/${school.slug}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const began = Date.now()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('nueva matr')
  await expect(page.getByRole('option', { name: 'Nueva matrícula' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/${school.slug}/enrollments/new`)
  await expect(page.getByLabel('Buscar estudiante')).toBeFocused()
  await page.keyboard.type(child.documentNumber)
  await expect(page.getByRole('option', { name: child.fullName })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Grado')).toBeFocused()
  await expect(page.getByLabel('Grado')).toHaveValue('8')
  await expect(page.getByLabel('Grupo')).toHaveValue('B')
  await expect(page.getByText(mother.fullName)).toBeVisible()
  await expect(page.getByText(/Se pedirán \d+ documentos/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/enrollments\/[0-9a-f-]{36}\?opened=1/)
  expect(Date.now() - began).toBeLessThan(30_000)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(child.fullName)
  await expect(page.getByText('abrió la matrícula')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Enviar enlace' }).first()).toBeVisible()
})

test('a second enrollment in the year is shown before and refused after', async ({ page }) => {
  const child = await addStudent(school, { firstName: 'Mateo' })
  await addGuardian(school, { of: [child.id] })
  for (const yearId of [school.yearId, school.nextYearId]) await addEnrollment(school, { studentId: child.id, yearId })
  await page.goto(`/${school.slug}/enrollments/new?studentId=${child.id}`)
  await expect(page.getByText('Mateo ya tiene matrícula para 2027.')).toBeVisible()
  await page.getByLabel('Grado').selectOption('6')
  await page.getByRole('button', { name: 'Matricular a Mateo' }).click()
  await expect(page.getByRole('alert').filter({ hasText: `${child.fullName} ya tiene matrícula` })).toBeVisible()
  await page.getByRole('link', { name: 'Abrir esa matrícula' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(child.fullName)
})

test('a new child with a new guardian: errors at the fields, a draft that survives, one save', async ({ page }) => {
  const number = String(randomInt(1_100_000_000, 1_199_999_999))
  const child = page.getByRole('group', { name: 'Estudiante' })
  const typeChild = async (documentNumber: string) => {
    await page.getByRole('button', { name: 'Es nuevo en el colegio' }).click()
    await child.getByLabel('Número de documento').fill(documentNumber)
    await child.getByLabel('Primer apellido').fill('Zuluaga')
    await child.getByLabel('Segundo apellido').fill('Arrieta')
    await child.getByLabel('Primer nombre').fill('Luna')
    await child.getByLabel('Fecha de nacimiento').pressSequentially('03042017')
  }
  await page.goto(`/${school.slug}/enrollments/new`)
  await typeChild(number)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Corrija estos' })).toBeVisible()
  await expect(page.getByLabel('Grado')).toHaveAttribute('aria-invalid', 'true')

  await page.reload()
  await expect(page.getByText('Recuperamos lo que había escrito')).toBeVisible()
  await expect(child.getByLabel('Número de documento')).toHaveValue(number)
  await expect(child.getByLabel('Fecha de nacimiento')).toHaveValue('03/04/2017')

  const guardian = page.getByRole('group', { name: 'Acudiente 1' })
  await guardian.getByLabel('Número de documento').fill(String(randomInt(40_000_000, 49_999_999)))
  await guardian.getByLabel('Primer apellido').fill('Arrieta')
  await guardian.getByLabel('Primer nombre').fill('Yolanda')
  await guardian.getByLabel('Celular').fill('12')
  await guardian.getByLabel('Parentesco').selectOption('mother')
  await page.getByLabel('Grado').selectOption('3')
  await page.getByRole('button', { name: 'Matricular a Luna' }).click()
  await expect(guardian.getByText('Escriba 10 dígitos').first()).toBeVisible()
  await guardian.getByLabel('Celular').fill('310 555 0199')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Matricular a Luna' }).click()
  await page.waitForURL(/\?opened=1/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zuluaga Arrieta Luna')
  await expect(page.getByText('310 555 0199')).toBeVisible()
  await expectAccessible(page)

  await page.goto(`/${school.slug}/enrollments/new`)
  await expect(page.getByLabel('Buscar estudiante')).toBeFocused()
  await expect(page.getByText('Recuperamos lo que había escrito')).toHaveCount(0)
  await typeChild(String(randomInt(1_100_000_000, 1_199_999_999)))
  await expect(page.getByText('¿Es alguno de estos?')).toBeVisible()
  await page.getByRole('button', { name: 'Es este' }).click()
  await expect(page.getByText('Arrieta Yolanda')).toBeVisible()
  await expect(page.getByLabel('Grado')).toHaveValue('4')
})

test('moves with a reason, and tells the slower of two people who was faster', async ({ page }) => {
  const { id, version } = await addEnrollment(school, { gradeLevel: '9' })
  await page.goto(`/${school.slug}/enrollments/${id}`)
  await page.getByRole('button', { name: 'Activar con compromiso' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nota').fill('Falta la EPS')
  const rector = await contextFor(school, 'rector')
  await changeEnrollmentStatus.run(rector, { enrollmentId: id, version, status: 'withdrawn', reason: 'Se fue' })
  await dialog.getByRole('button', { name: 'Activar con compromiso' }).click()
  await expect(dialog.getByText(`${school.members.rector.name} la pasó a «Retirada»`)).toBeVisible()
  await dialog.getByRole('button', { name: 'Ver cómo quedó' }).click()
  await expect(page.getByText('registró el retiro')).toBeVisible()
  await page.getByRole('button', { name: 'Reactivar' }).click()
  await dialog.getByRole('button', { name: 'Reactivar' }).click()
  await expect(dialog.getByText('Escriba el motivo').first()).toBeVisible()
  await dialog.getByLabel('Motivo').fill('Reintegro')
  await dialog.getByRole('button', { name: 'Reactivar' }).click()
  await expect(page.getByText('la reactivó')).toBeVisible()
  await expect(page.getByText('Motivo: Reintegro')).toBeVisible()
})

test('reminds the families of the chosen enrollments, once, and shows what became of each', async ({ page }) => {
  const student = await addStudent(school, { firstSurname: 'Recordado' })
  const guardian = await addGuardian(school, { of: [student.id] })
  await addEnrollment(school, { studentId: student.id })
  await page.goto(`/${school.slug}/enrollments?q=Recordado`)
  await page.getByRole('checkbox', { name: student.fullName }).check()
  await page.getByRole('button', { name: 'Recordar documentos' }).last().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Enviar recordatorios' }).click()
  await expect(page.getByText('Enviando el recordatorio a 1 familia')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: student.fullName })).not.toBeChecked()
  await page.getByRole('button', { name: 'Ver el avance' }).click()
  await page.getByRole('link', { name: /Recordar documentos a 1 familia/ }).click()
  await expect(page.getByRole('listitem').filter({ hasText: guardian.fullName })).toContainText('Hecho')
  await expectAccessible(page)
})

test('the home page leads to lists with the same count, and shows the chart as a table', async ({ page }) => {
  for (const gradeLevel of ['10', '11']) await addEnrollment(school, { gradeLevel })
  await page.goto(`/${school.slug}`)
  await expect(page.locator('.recharts-bar-rectangle').first()).toBeVisible()
  await expectAccessible(page)
  const line = page.getByRole('link', { name: /sin enlace para enviar documentos/ })
  const count = Number.parseInt((await line.innerText()).trim(), 10)
  await line.click()
  await page.waitForURL(/waiting=linksMissing/)
  await expect(page.getByText(new RegExp(`· ${count} matrícula`))).toBeVisible()
  await expectAccessible(page)
  await page.goBack()
  await page.getByRole('button', { name: 'Ver como tabla' }).press('Enter')
  await expect(page.getByRole('columnheader', { name: 'Faltan documentos' })).toBeVisible()
})

test("another school's enrollment does not exist, and its child's name shows nowhere", async ({ page }) => {
  const other = await testSchool()
  const foreign = await addEnrollment(other, {
    studentId: (await addStudent(other, { firstSurname: 'Forastero', firstName: 'Ajeno' })).id,
  })
  for (const path of [`enrollments/${foreign.id}`, `enrollments/new?studentId=${foreign.studentId}`]) {
    await page.goto(`/${school.slug}/${path}`)
    await expect(page.getByRole('heading', { name: 'Esta página no existe' })).toBeVisible()
    expect(`${await page.title()} ${await page.locator('body').innerText()}`).not.toContain('Forastero')
  }
})
