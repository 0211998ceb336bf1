import '../support/running-env'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db/client'
import { env } from '@/lib/platform/env'
import { test } from '../support/browser'
import { unique } from '../support/ids'
import { signIn, signInAs } from '../support/login'
import { addUser, testSchool } from '../support/school'

test.describe.configure({ timeout: 120_000 })

const password = 'Girasol-Tranquilo-88'

test.beforeEach(async ({ context }) => {
  await signIn(context, (await addUser({ fullName: 'Camila Rojas', isSuperadmin: true })).userId)
})

/** The link of a mail as an administrator reads it where there is no mail server. */
async function linkFromOutbox(page: Page, to: string): Promise<string> {
  await page.goto(`/admin/mails?to=${encodeURIComponent(to)}`)
  const mail = page.getByRole('table').getByRole('link').first()
  // The worker looks at it first: from then on it is kept here.
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('table').getByText('Guardado aquí')).toBeVisible({ timeout: 1000 })
  }).toPass()
  await mail.click()
  const href = await page.locator('main a[href*="/invite#"]').getAttribute('href')
  return href!
}

test('opens a school, and its first rector comes in through the mail', async ({ page, browser }) => {
  const name = `Colegio Los Cedros ${unique()}`
  const email = `rectora-${unique()}@example.com`
  await page.goto('/admin')
  await page.getByRole('link', { name: 'Abrir un colegio' }).click()
  await page.getByLabel('Nombre del colegio').fill(name)
  await expect(page.getByLabel('Dirección en el sistema')).toHaveValue(/^colegio-los?-?cedros|^cedros|cedros/)
  await page.getByLabel('NIT').fill('899.999.001-1')
  await page.getByLabel('Ciudad o municipio').fill('Ibagué')
  await page.getByRole('radio', { name: 'Privado' }).check()
  await page.getByRole('button', { name: `Abrir ${name}` }).click()
  await expect(page.locator('#f-nit-error')).toContainText('dígito de verificación')
  await expect(page.locator('#f-rector-email-error')).toBeVisible()

  // What was typed survives a reload.
  await page.reload()
  await expect(page.getByText('Recuperamos lo que había escrito.')).toBeVisible()
  await expect(page.getByLabel('Nombre del colegio')).toHaveValue(name)
  await page.getByLabel('NIT').fill('')
  await page.getByLabel('Nombre completo').fill('Luz Dary Peña')
  await page.getByLabel('Correo').fill(email)
  await page.getByRole('button', { name: `Abrir ${name}` }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByText('Invitación enviada')).toBeVisible()

  const link = await linkFromOutbox(page, email)
  const rector = await (await browser.newContext({ baseURL: env().APP_URL, locale: 'es-CO' })).newPage()
  await rector.goto(link)
  await expect(rector.getByRole('heading', { name: new RegExp(`a ${name}$`) })).toBeVisible()
  await rector.getByLabel('Contraseña nueva').fill(password)
  await rector.getByRole('button', { name: 'Crear mi cuenta e ingresar' }).click()
  const { slug } = await database().prisma.school.findFirstOrThrow({ where: { name } })
  await expect(rector).toHaveURL(new RegExp(`/${slug}$`))
  await rector.goto(`/${slug}/settings/requirements`)
  await expect(rector.getByRole('link', { name: 'Contrato de matrícula' })).toBeVisible()

  // The mail is spent: whoever finds it later opens nothing.
  const later = await (await browser.newContext({ baseURL: env().APP_URL, locale: 'es-CO' })).newPage()
  await later.goto(link)
  await expect(later.getByText('Esta invitación ya no sirve')).toBeVisible()
  await page.goto(`/admin?q=${encodeURIComponent(name)}`)
  await page.getByRole('link', { name }).click()
  await expect(page.getByText('Con cuenta')).toBeVisible()
})

test('closes a school at once, after its name was typed, and opens it again', async ({ page, browser }) => {
  const school = await testSchool({ name: `Colegio Efímero ${unique()}` })
  const inside = await (await browser.newContext({ baseURL: env().APP_URL, locale: 'es-CO' })).newPage()
  await signInAs(inside.context(), school, 'secretary')
  await inside.goto(`/${school.slug}`)
  await expect(inside.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto(`/admin/schools/${school.id}`)
  await page.getByRole('button', { name: 'Desactivar el colegio' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Desactivar el colegio' })).toBeDisabled()
  await dialog.getByRole('textbox').fill(school.name)
  await dialog.getByRole('button', { name: 'Desactivar el colegio' }).click()
  await expect(page.getByText('Nadie puede entrar.')).toBeVisible()
  await inside.goto(`/${school.slug}`)
  await expect(inside.getByText('Esta página no existe')).toBeVisible()
  await page.getByRole('button', { name: 'Activar el colegio' }).click()
  await expect(page.getByText('está activo de nuevo')).toBeVisible()
  await inside.goto(`/${school.slug}`)
  await expect(inside.getByRole('heading', { level: 1 })).not.toHaveText('Esta página no existe')
})

test('is nobody else’s: for a rector the platform does not exist', async ({ page, browser }) => {
  const school = await testSchool()
  const rector = await (await browser.newContext({ baseURL: env().APP_URL, locale: 'es-CO' })).newPage()
  await signInAs(rector.context(), school, 'rector')
  for (const path of ['/admin', `/admin/schools/${school.id}`, '/admin/mails', '/admin/jobs', '/admin/schools/new']) {
    await rector.goto(path)
    await expect(rector.getByText('Esta página no existe')).toBeVisible()
  }
  await page.goto('/admin/schools/00000000-0000-7000-8000-000000000000')
  await expect(page.getByText('Esta página no existe')).toBeVisible()
})

test('its pages have no barriers that axe can find', async ({ page }) => {
  const school = await testSchool()
  for (const path of ['/admin', `/admin/schools/${school.id}`, '/admin/schools/new', '/admin/mails', '/admin/jobs']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect([path, violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])]).toEqual([path, []])
  }
})
