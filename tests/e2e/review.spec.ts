import '../support/running-env'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { test } from '../support/browser'
import { addEnrollment, readEnrollment } from '../support/enrollment'
import { addGuardian, addStudent } from '../support/family'
import { putFile } from '../support/files'
import { signInAs } from '../support/login'
import { mailsOf } from '../support/outbox'
import { type TestSchool, testSchool } from '../support/school'

/** A school where two children's papers wait; the second child's guardian has no e-mail. */
async function deskOf() {
  const school = await testSchool()
  const enrollments = []
  for (const [firstName, email] of [
    ['Ana', undefined],
    ['Bruno', null],
  ] as const) {
    const student = await addStudent(school, { firstName, firstSurname: 'Peña' })
    const guardian = await addGuardian(school, { of: [student.id], ...(email === null ? { email } : {}) })
    const { id, documents } = await addEnrollment(school, {
      studentId: student.id,
      status: 'in_review',
      documents: { habeas_data: 'validated', tratamiento_datos: 'validated' },
    })
    for (const code of ['birth_certificate', 'identity_document', 'report_card'])
      await putFile(school, documents[code]!.id, { kind: 'png', guardianId: guardian.id })
    enrollments.push({ id, guardian })
  }
  return { school, ana: enrollments[0]!, bruno: enrollments[1]! }
}

const open = async (page: Page, school: TestSchool, role: 'secretary' | 'coordinator' = 'secretary') => {
  await signInAs(page.context(), school, role)
  await page.goto(`/${school.slug}/review`)
  await expect(page.getByRole('heading', { name: 'Por revisar' })).toBeVisible()
}
const current = (page: Page) =>
  page.getByRole('navigation', { name: 'Documentos por revisar' }).locator('[aria-current]')
const states = async (school: TestSchool, id: string) => {
  const { documents } = await readEnrollment(school, id)
  return ['birth_certificate', 'identity_document', 'report_card'].map((code) => documents[code]?.status)
}

test('the whole queue by keyboard', async ({ page }) => {
  const { school, ana, bruno } = await deskOf()
  await open(page, school)
  await expect(page.getByText('6 documentos por revisar')).toBeVisible()
  await expect(page.getByRole('img', { name: 'Registro civil de nacimiento' })).toBeVisible()
  await expect(current(page)).toHaveText('Registro civil de nacimiento')

  await page.keyboard.press('j')
  await expect(current(page)).toHaveText('Documento de identidad')
  await page.keyboard.press('ArrowUp')
  await expect(current(page)).toHaveText('Registro civil de nacimiento')

  await page.keyboard.press('a')
  await expect(current(page)).toHaveText('Documento de identidad')
  await expect(page.getByText('5 documentos por revisar')).toBeVisible()

  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Rechazar «Documento de identidad»')
  await page.keyboard.press('2')
  await expect(dialog.getByLabel('Cortado')).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Se le escribió a')).toBeVisible()
  await expect.poll(() => states(school, ana.id)).toEqual(['validated', 'rejected', 'uploaded'])
  expect((await readEnrollment(school, ana.id)).status).toBe('pending_documents')
  await expect.poll(() => mailsOf(school, { to: ana.guardian.email!, template: 'document_rejected' })).toHaveLength(1)

  await page.keyboard.press('a')
  for (let left = 3; left > 0; left -= 1) {
    await expect(page.getByText(`${left} documento`, { exact: false }).first()).toBeVisible()
    await page.keyboard.press('a')
  }
  await expect(page.getByText('No hay documentos por revisar')).toBeVisible()
  // The desk goes on before the answer has come.
  await expect.poll(() => states(school, bruno.id)).toEqual(['validated', 'validated', 'validated'])
  expect((await readEnrollment(school, bruno.id)).status).toBe('in_review')
})

test('a slip is taken back within ten seconds', async ({ page }) => {
  const { school, ana } = await deskOf()
  await open(page, school)
  await page.getByRole('button', { name: /^Aceptar/ }).click()
  await expect.poll(() => states(school, ana.id)).toEqual(['validated', 'uploaded', 'uploaded'])
  await page.getByRole('button', { name: 'Deshacer' }).click()
  await expect(page.getByText('6 documentos por revisar')).toBeVisible()
  await expect(current(page)).toHaveText('Registro civil de nacimiento')
  await expect.poll(() => states(school, ana.id)).toEqual(['uploaded', 'uploaded', 'uploaded'])
})

test('who was slower is told what the other one decided', async ({ page, browser }) => {
  const { school, ana } = await deskOf()
  await open(page, school)
  const other = await (await browser.newContext()).newPage()
  await signInAs(other.context(), school, 'rector')
  await other.goto(`/${school.slug}/review`)
  await other.getByRole('button', { name: /^Aceptar/ }).click()
  await expect.poll(() => states(school, ana.id)).toEqual(['validated', 'uploaded', 'uploaded'])
  await page.keyboard.press('r')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('1')
  await expect(page.getByRole('dialog').getByRole('radio').first()).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${school.members.rector.name} ya lo aceptó`, { exact: false })).toBeVisible()
  expect(await states(school, ana.id)).toEqual(['validated', 'uploaded', 'uploaded'])
  await expect(current(page)).toHaveText('Documento de identidad')
})

test('for a guardian without e-mail the words are there to be passed on', async ({ page }) => {
  const { school } = await deskOf()
  await open(page, school)
  await page.getByRole('navigation', { name: 'Documentos por revisar' }).getByText('Boletín').last().click()
  await page.getByRole('button', { name: /^Rechazar/ }).click()
  await page.getByRole('dialog').getByLabel('Otro motivo').check()
  await page.getByRole('dialog').getByLabel('Escriba el motivo').fill('Es del año antepasado.')
  await page.getByRole('button', { name: 'Rechazar y avisar' }).click()
  await expect(page.getByRole('dialog')).toContainText('Sin correo: copie el mensaje')
  await expect(page.getByRole('dialog')).toContainText('Es del año antepasado.')
  await expect(page.getByRole('link', { name: 'Abrir WhatsApp' })).toHaveAttribute('href', /wa\.me\/573001234567/)
})

test('who may only look has no buttons', async ({ page }) => {
  const { school, ana } = await deskOf()
  await open(page, school, 'coordinator')
  await expect(page.getByRole('button', { name: /^Aceptar/ })).toHaveCount(0)
  await page.keyboard.press('a')
  await page.keyboard.press('r')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await states(school, ana.id)).toEqual(['uploaded', 'uploaded', 'uploaded'])
})

test('on a phone: list, document, decision', async ({ page }) => {
  const { school, ana } = await deskOf()
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, school)
  await page.getByRole('button', { name: 'Documento de identidad' }).first().click()
  await expect(page.getByRole('img', { name: 'Documento de identidad' })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: /^Aceptar/ }).click()
  await expect.poll(() => states(school, ana.id)).toEqual(['uploaded', 'validated', 'uploaded'])
})

test('reads well to everybody: no violations in light or dark, with the dialog open too', async ({ page }) => {
  const { school } = await deskOf()
  await open(page, school)
  await expect(page.getByRole('img', { name: 'Registro civil de nacimiento' })).toBeVisible()
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
  await page.keyboard.press('r')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page)
})
