import '../support/running-env'
import { expect, type Page } from '@playwright/test'
import { env } from '@/lib/platform/env'
import { expectAccessible } from '../support/accessible'
import { test } from '../support/browser'
import { unique } from '../support/ids'
import { signInAs } from '../support/login'
import { arrived, linkIn, mailsOf } from '../support/outbox'
import { type TestSchool, testSchool } from '../support/school'

test.describe.configure({ timeout: 120_000 })

let school: TestSchool
test.beforeEach(async ({ context }) => {
  school = await testSchool()
  await signInAs(context, school, 'rector')
})

const open = async (page: Page, path: string) => {
  await page.goto(`/${school.slug}/settings/${path}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}
const said = (page: Page, text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible()

test('a person is invited, gets other roles, and loses the access at once', async ({ page, browser }) => {
  const email = `secretaria-${unique()}@example.com`
  await open(page, 'people/invite')
  await page.getByRole('button', { name: 'Enviar la invitación' }).click()
  await expect(page.locator('#f-email-error')).toBeVisible()
  await page.getByLabel('Correo').fill(email)
  await page.getByLabel('Nombre completo').fill('Marta Ríos')
  await page.getByRole('checkbox', { name: 'Secretaría' }).check()
  await page.getByRole('button', { name: 'Invitar a Marta Ríos' }).click()
  await said(page, 'La invitación va en camino.')
  await expect(page.getByRole('row', { name: /Marta Ríos/ })).toContainText('Invitación enviada')

  const marta = await (await browser.newContext({ baseURL: env().APP_URL, locale: 'es-CO' })).newPage()
  await marta.goto(linkIn((await arrived(() => mailsOf(school, { to: email }))).at(-1)))
  await marta.getByLabel('Contraseña nueva').fill('Girasol-Tranquilo-88')
  await marta.getByRole('button', { name: 'Crear mi cuenta e ingresar' }).click()
  await expect(marta).toHaveURL(new RegExp(`/${school.slug}$`))
  await expect(marta.getByRole('link', { name: 'Matrículas' }).first()).toBeVisible()

  await page.goto(`/${school.slug}/settings/people?q=marta`)
  await page.getByRole('link', { name: 'Marta Ríos' }).click()
  await expect(page.getByText(/Chrome/)).toBeVisible()
  await page.getByRole('checkbox', { name: 'Docente' }).check()
  await page.getByRole('checkbox', { name: 'Secretaría' }).uncheck()
  await page.getByRole('button', { name: 'Guardar los cargos' }).click()
  await said(page, 'Los cargos quedaron cambiados.')
  await expect(page.getByText('No tiene sesiones abiertas.')).toBeVisible()
  await marta.goto(`/${school.slug}/enrollments`)
  await expect(marta).toHaveURL(/\/login/)

  await page.getByRole('button', { name: 'Quitar el acceso' }).click()
  await said(page, /ya no tiene acceso/)
  await page.getByRole('button', { name: 'Deshacer' }).click()
  await said(page, /tiene acceso de nuevo/)
})

test('the last rector cannot leave', async ({ page }) => {
  await open(page, `people/${school.members.rector.membershipId}`)
  await expect(page.getByRole('button', { name: 'Quitar el acceso' })).toBeHidden()
  await page.getByRole('checkbox', { name: 'Rectoría' }).uncheck()
  await page.getByRole('checkbox', { name: 'Docente' }).check()
  await page.getByRole('button', { name: 'Guardar los cargos' }).click()
  await said(page, 'El colegio necesita al menos un rector activo.')
})

test('a year is made from the proposal, and a period opens again only with a reason', async ({ page }) => {
  await open(page, 'years/new')
  await page.getByRole('button', { name: 'Crear 2028' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Año 2028' })).toBeVisible()
  await expect(page.getByText('En planeación', { exact: true })).toBeVisible()

  await page.goto(`/${school.slug}/settings/years/${school.yearId}`)
  await page.getByRole('button', { name: 'Cerrar: Periodo 1' }).click()
  await said(page, 'El estado quedó cambiado.')
  await page.getByRole('button', { name: 'Volver a abrir: Periodo 1' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Volver a abrir' }).click()
  await expect(dialog.getByText('Escriba el motivo: queda en el historial.').first()).toBeVisible()
  await dialog.getByLabel('Motivo').fill('Faltó la nota de Ana')
  await dialog.getByRole('button', { name: 'Volver a abrir' }).click()
  await expect(dialog).toBeHidden()
  await page.goto(`/${school.slug}/settings/audit`)
  await expect(page.getByText('Motivo: Faltó la nota de Ana')).toBeVisible()

  await page.goto(`/${school.slug}/settings/years/${school.yearId}`)
  await page.getByLabel('Termina').nth(1).fill('10/07/2026')
  await page.getByRole('button', { name: 'Guardar los periodos' }).click()
  await said(page, 'Este periodo se cruza con el anterior.')
})

test('required documents: one more, in another place, for some grades', async ({ page }) => {
  await open(page, 'requirements/new')
  await page.getByLabel('Nombre', { exact: true }).fill('Carta laboral')
  await page.getByLabel('Código').fill('carta_laboral')
  await page.getByRole('checkbox', { name: 'antiguos' }).uncheck()
  await page.getByLabel('Desde el grado').selectOption({ label: 'Sexto' })
  await page.getByRole('button', { name: 'Agregar el documento' }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'Carta laboral' })
  await expect(row).toContainText('nuevos, traslados')
  await row.getByRole('button', { name: 'Subir Carta laboral' }).click()
  await said(page, 'El orden quedó guardado.')
  await row.getByRole('switch').click()
  await said(page, 'Ya no se pide: Carta laboral.')
  await page.reload()
  await expect.poll(async () => (await page.locator('main ol li a').allTextContents()).at(-2)).toBe('Carta laboral')
  await expect(row.getByRole('switch')).not.toBeChecked()
})

test('two people change the school at once: both values are shown', async ({ page, browser }) => {
  await open(page, 'school')
  const other = await (await browser.newContext({ baseURL: env().APP_URL, locale: 'es-CO' })).newPage()
  await signInAs(other.context(), school, 'rector')
  await open(other, 'school')
  await other.getByLabel('Ciudad o municipio').fill('Envigado')
  await other.getByRole('button', { name: 'Guardar los datos del colegio' }).click()
  await said(other, 'Los datos del colegio quedaron guardados.')
  await page.getByLabel('Ciudad o municipio').fill('Itagüí')
  await page.getByRole('button', { name: 'Guardar los datos del colegio' }).click()
  await said(page, 'Otra persona cambió estos datos')
  await expect(page.getByText('Envigado')).toBeVisible()
  await expect(page.getByText('Itagüí')).toBeVisible()
})

test('colour and logo', async ({ page }) => {
  await open(page, 'branding')
  await page.getByRole('textbox', { name: 'Color', exact: true }).fill('#ffe600')
  await said(page, 'Ese color no se distingue lo suficiente')
  await page.getByRole('textbox', { name: 'Color', exact: true }).fill('#1f6f54')
  await page.getByRole('button', { name: 'Guardar el color' }).click()
  await said(page, 'El color quedó guardado.')
  await page.reload()
  const accent = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--school-accent-light'),
  )
  expect(accent.trim()).toBe('#1f6f54')

  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const choose = (name: string, mimeType: string, buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
  await choose('logo.svg', 'image/svg+xml', Buffer.from('<svg/>'))
  await said(page, 'El logo debe ser una imagen PNG o JPG.')
  await choose('logo.png', 'image/png', Buffer.from('<svg/>'))
  await said(page, 'El logo debe ser una imagen PNG o JPG.')
  await choose('logo.png', 'image/png', Buffer.concat([png, Buffer.alloc(1024 * 1024)]))
  await said(page, 'El logo pesa más de 1 MB')
  await choose('logo.png', 'image/png', png)
  await said(page, 'El logo quedó guardado.')
  const shown = page.getByRole('img', { name: `Logo de ${school.name}` })
  await expect(shown).toBeVisible()
  await expect.poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1)
})

test('a token is shown once, works, and ends', async ({ page, request }) => {
  await open(page, 'tokens')
  await page.getByRole('link', { name: 'Nuevo acceso' }).click()
  await page.getByLabel('Nombre').fill('Transporte escolar')
  await page.getByRole('button', { name: 'Crear el acceso' }).click()
  await expect(page.getByText('Elija al menos un permiso.').first()).toBeVisible()
  await page.getByRole('checkbox', { name: 'Leer estudiantes' }).check()
  await page.getByRole('button', { name: 'Crear el acceso' }).click()
  const token = await page.getByTestId('token').textContent()
  const call = (path: string) => request.get(path, { headers: { authorization: `Bearer ${token}` } })
  expect((await call('/api/v1/students')).status()).toBe(200)
  expect((await call('/api/v1/people')).status()).toBe(403)
  await page.getByRole('link', { name: 'Ya lo guardé' }).click()
  await expect(page.getByText('Transporte escolar')).toBeVisible()
  expect(await page.content()).not.toContain(token)
  await page.getByRole('button', { name: 'Anular «Transporte escolar»' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Anular' }).click()
  await said(page, 'Anulado')
  expect((await call('/api/v1/students')).status()).toBe(401)
})

test('a consent’s text gets a new version, and the earlier one stays', async ({ page }) => {
  await open(page, 'consents')
  const body = page.getByLabel('Texto').first()
  await body.fill('Autorizo al colegio a usar los datos para la matrícula.')
  await page.getByRole('button', { name: 'Publicar la versión 2' }).first().click()
  await said(page, 'La versión 2 es la que leen las familias desde ahora.')
  await page.getByText('1 versión anterior').click()
  await expect(page.getByText('Texto de prueba de habeas_data')).toBeVisible()
})

test('what a secretary may not open does not exist', async ({ page, context }) => {
  await context.clearCookies()
  await signInAs(context, school, 'secretary')
  for (const path of [
    'people',
    'branding',
    'mails',
    'audit',
    'people/invite',
    'requirements/new',
    'consents',
    'security',
    'simat',
    'numbering',
  ]) {
    await page.goto(`/${school.slug}/settings/${path}`)
    await expect(page.getByText('Esta página no existe')).toBeVisible()
  }
  await open(page, 'tokens')
  const menu = page.getByRole('navigation', { name: 'Configuración' })
  await expect(menu.getByRole('link')).toHaveText(['Trabajos', 'Accesos de programas'])
})

test('the settings have no barriers that axe can find, and fit a phone', async ({ page }) => {
  const pages = ['school', 'years', 'years/new', `years/${school.yearId}`, 'people', 'people/invite']
  const more = [`people/${school.members.teacher.membershipId}`, 'requirements', 'requirements/new', 'consents']
  for (const path of [
    '',
    ...pages,
    ...more,
    'branding',
    'mails',
    'jobs',
    'tokens',
    'tokens/new',
    'audit',
    'security',
    'simat',
    'numbering',
  ]) {
    await page.setViewportSize({ width: 390, height: 844 })
    await open(page, path)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect([path, wide]).toEqual([path, 0])
    await expectAccessible(page)
  }
})
