import '../support/running-env'
import { randomInt } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db/client'
import { test } from '../support/browser'
import { addStudent } from '../support/family'
import { signInAs } from '../support/login'
import { password, type TestSchool, testSchool } from '../support/school'

let school: TestSchool
test.beforeEach(async ({ context }) => {
  school = await testSchool()
  await signInAs(context, school, 'secretary')
})

/** As after a night, or after somebody ended this session on another machine. */
const endSessions = () =>
  database().prisma.authSession.updateMany({
    where: { userId: school.members.secretary.userId },
    data: { revokedAt: new Date() },
  })

/** Signs in where the form is, after a slip. */
async function signInAgain(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Su sesión terminó' })
  await expect(dialog.getByLabel('Correo')).toHaveValue(school.members.secretary.email)
  await dialog.getByLabel('Contraseña').fill('no es esta')
  await dialog.getByRole('button', { name: 'Entrar y guardar' }).click()
  await expect(dialog.getByText('no coinciden')).toBeVisible()
  await dialog.getByLabel('Contraseña').fill(password)
  await dialog.getByRole('button', { name: 'Entrar y guardar' }).click()
  await expect(dialog).toBeHidden()
}

test('a session that ended while a student is corrected: sign in in place, and it is saved', async ({ page }) => {
  const { id } = await addStudent(school, { firstSurname: 'Ríos', secondSurname: 'Gil', firstName: 'Sofía' })
  await page.goto(`/${school.slug}/students/${id}/edit`)
  await page.getByLabel('Primer nombre').fill('Sofía Isabel')
  await page.getByLabel('EPS').fill('Sura')
  await endSessions()
  await page.getByRole('button', { name: 'Guardar los cambios' }).click()
  await signInAgain(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Sofía Isabel/)
  await expect(page.getByText('Sura', { exact: true })).toBeVisible()
})

test('who closes the dialog finds everything as it was typed, and may sign in later', async ({ page }) => {
  const { id } = await addStudent(school, { firstSurname: 'Ríos', firstName: 'Sofía' })
  await page.goto(`/${school.slug}/students/${id}/edit`)
  await page.getByLabel('EPS').fill('Sura')
  await endSessions()
  await page.getByRole('button', { name: 'Guardar los cambios' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cerrar' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByLabel('EPS')).toHaveValue('Sura')
  await page.getByRole('button', { name: 'Guardar los cambios' }).click()
  await signInAgain(page)
  await expect(page.getByText('Sura', { exact: true })).toBeVisible()
})

test('a session that ended in the middle of an enrollment: nothing typed is lost, one enrollment is made', async ({
  page,
}) => {
  await page.goto(`/${school.slug}/enrollments/new`)
  await page.getByRole('button', { name: 'Es nuevo en el colegio' }).click()
  const child = page.getByRole('group', { name: 'Estudiante' })
  const number = String(randomInt(1_100_000_000, 1_199_999_999))
  await child.getByLabel('Número de documento').fill(number)
  await child.getByLabel('Primer apellido').fill('Zuluaga')
  await endSessions()
  await child.getByLabel('Primer nombre').fill('Luna')
  await child.getByLabel('Fecha de nacimiento').pressSequentially('03042017')
  const guardian = page.getByRole('group', { name: 'Acudiente 1' })
  await guardian.getByLabel('Número de documento').fill(String(randomInt(40_000_000, 49_999_999)))
  await guardian.getByLabel('Primer apellido').fill('Arrieta')
  await guardian.getByLabel('Primer nombre').fill('Yolanda')
  await guardian.getByLabel('Celular').fill('310 555 0199')
  await guardian.getByLabel('Parentesco').selectOption('mother')
  await page.getByLabel('Grado').selectOption('3')
  await page.getByRole('button', { name: 'Matricular a Luna' }).click()
  await signInAgain(page)
  await page.waitForURL(/\?opened=1/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zuluaga Luna')
  await expect(page.getByText('310 555 0199')).toBeVisible()
  const { prisma } = database()
  const made = await prisma.student.findMany({ where: { schoolId: school.id, documentNumber: number } })
  expect(made).toHaveLength(1)
  expect(await prisma.enrollment.count({ where: { schoolId: school.id } })).toBe(1)
})
