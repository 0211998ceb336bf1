import '../support/running-env'
import { type Browser, expect, type Page } from '@playwright/test'
import { computeFigures } from '@/lib/domain/schools/figures/steps'
import { database } from '@/lib/platform/db/client'
import { env } from '@/lib/platform/env'
import { expectAccessible } from '../support/accessible'
import { test } from '../support/browser'
import { addEnrollment } from '../support/enrollment'
import { unique } from '../support/ids'
import { signIn, signInAs } from '../support/login'
import { addUser, type TestSchool, testSchool } from '../support/school'

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
  await expect(page.getByText(`${name} quedó abierto`)).toBeVisible()
  await expect(page.getByText('Invitación enviada', { exact: true })).toBeVisible()

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
  await expect(later.getByText('Su cuenta ya está lista')).toBeVisible()
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
  await page.goto(`/admin/schools/${school.id}/life`)
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

/** Somebody of the school in a browser of their own. */
async function asMember(browser: Browser, school: TestSchool, role: 'rector' | 'secretary'): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: env().APP_URL, locale: 'es-CO' })).newPage()
  await signInAs(page.context(), school, role)
  return page
}

test('plans the removal of a school by its typed address, and thinks better of it', async ({ page }) => {
  const [school, other] = [await testSchool({ name: `Colegio Que Cierra ${unique()}` }), await testSchool()]
  await page.goto(`/admin/schools/${school.id}/life`)
  const plan = page.getByRole('button', { name: 'Programar la eliminación' })
  await expect(plan).toBeDisabled()
  await page.getByRole('button', { name: 'Desactivar el colegio' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill(school.name)
  await page.getByRole('dialog').getByRole('button', { name: 'Desactivar el colegio' }).click()
  await expect(page.getByText('Nadie puede entrar.')).toBeVisible()
  await page.getByRole('button', { name: 'Hacer una copia' }).click()
  await expect(page.getByText('Lista', { exact: true })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Hecha después de cerrar', { exact: true })).toBeVisible()

  await plan.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /Escriba la dirección/ }).fill(other.slug)
  await dialog.getByRole('textbox', { name: 'Motivo' }).fill('El colegio se retiró del servicio')
  await dialog.getByRole('button', { name: 'Programar la eliminación' }).click()
  await expect(dialog.getByText('Esa no es la dirección de este colegio').first()).toBeVisible()
  await dialog.getByRole('textbox', { name: /Escriba la dirección/ }).fill(school.slug)
  await dialog.getByRole('button', { name: 'Programar la eliminación' }).click()
  await expect(page.getByRole('timer')).toContainText(/Faltan 2 días y 23:59:\d\d/)
  await page.goto('/admin')
  await expect(page.getByText(`${school.name} se elimina el`)).toBeVisible()
  await page.goto(`/admin/schools/${school.id}/life`)
  await page.getByRole('button', { name: 'No eliminar' }).click()
  await expect(plan).toBeEnabled()
  await page.goto('/admin/removed')
  await expect(page.getByRole('row', { name: new RegExp(school.name) })).toContainText('Cancelada')
})

test('opens a school like another one, with an address that is checked while it is typed', async ({ page }) => {
  const source = await testSchool({ name: `Colegio Modelo ${unique()}` })
  const name = `Colegio Semejante ${unique()}`
  const began = Date.now()
  await page.goto('/admin/schools/new')
  await page.getByLabel('Nombre del colegio').fill(name)
  await expect(page.getByText('Libre')).toBeVisible()
  const address = page.getByLabel('Dirección en el sistema')
  const proposed = await address.inputValue()
  await address.fill(source.slug)
  await expect(page.getByText('Otro colegio ya usa esa dirección.')).toBeVisible()
  await address.fill(proposed)
  await expect(page.getByText('Libre')).toBeVisible()
  await page.getByLabel('Nombre completo').fill('Luz Dary Peña')
  await page.getByLabel('Correo').fill(`rectora-${unique()}@example.com`)
  await page.getByLabel('Copiar la configuración de').selectOption({ label: source.name })
  await page.getByRole('checkbox', { name: 'Ajustes' }).uncheck()
  await page.getByRole('button', { name: `Abrir ${name}` }).click()
  await expect(page.getByText(`${name} quedó abierto`)).toBeVisible()
  expect(Date.now() - began).toBeLessThan(120_000)
  await page.getByRole('button', { name: 'Reenviar la invitación' }).click()
  await expect(page.getByText('La invitación va otra vez en camino')).toBeVisible()
  const { id } = await database().prisma.school.findFirstOrThrow({ where: { name } })
  const [year] = await database().prisma.schoolYear.findMany({ where: { schoolId: id }, include: { periods: true } })
  expect([year?.status, year?.periods.length]).toEqual(['planning', source.periodIds.length])
})

test('limits a school, whose people are told what to do', async ({ page, browser }) => {
  const school = await testSchool()
  await page.goto(`/admin/schools/${school.id}`)
  await page.getByLabel('Personas con acceso').fill('6')
  await page.getByRole('button', { name: 'Guardar los límites' }).click()
  await expect(page.getByText('Los límites quedaron guardados')).toBeVisible()
  const rector = await asMember(browser, school, 'rector')
  await rector.goto(`/${school.slug}/settings/people/invite`)
  await rector.getByLabel('Correo').fill(`otra-${unique()}@example.com`)
  await rector.getByLabel('Nombre completo').fill('Otra Persona')
  await rector.getByRole('checkbox', { name: 'Docente' }).check()
  await rector.getByRole('button', { name: 'Invitar a Otra Persona' }).click()
  await expect(rector.getByText(/El colegio llegó a su límite: 6 personas con acceso/)).toBeVisible()
})

test('counts the schools now and shows charts with the same numbers as tables', async ({ page }) => {
  const school = await testSchool({ name: `Colegio Contado ${unique()}` })
  await addEnrollment(school, { gradeLevel: '6', status: 'active' })
  await page.goto(`/admin/figures?schoolId=${school.id}`)
  await expect(page.getByText('Todavía no hay cifras')).toBeVisible()
  await page.getByRole('button', { name: 'Contar ahora' }).click()
  const enrollments = page.getByRole('figure').filter({ hasText: 'matrículas están completas' })
  await expect(enrollments).toBeVisible({ timeout: 40_000 })
  await enrollments.getByRole('button', { name: 'Ver la tabla' }).click()
  await expect(enrollments.getByRole('row', { name: /^6°/ })).toContainText('1')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: 'Más acciones' })
      .click()
      .then(() => page.getByRole('menuitem', { name: 'Exportar a Excel' }).click()),
  ])
  expect(file.suggestedFilename()).toMatch(/^cifras-de-colegios-.*\.xlsx$/)
})

test('is nobody else’s: for a rector the platform does not exist', async ({ page, browser }) => {
  const school = await testSchool()
  const rector = await (await browser.newContext({ baseURL: env().APP_URL, locale: 'es-CO' })).newPage()
  await signInAs(rector.context(), school, 'rector')
  for (const path of [
    '/admin',
    `/admin/schools/${school.id}`,
    '/admin/mails',
    '/admin/operations',
    '/admin/figures',
    '/admin/schools/new',
    `/admin/support/${school.slug}`,
  ]) {
    await rector.goto(path)
    await expect(rector.getByText('Esta página no existe')).toBeVisible()
  }
  await page.goto('/admin/schools/00000000-0000-7000-8000-000000000000')
  await expect(page.getByText('Esta página no existe')).toBeVisible()
})

test('its pages have no barriers that axe can find', async ({ page }) => {
  const school = await testSchool()
  await computeFigures(school.id)
  const paths = ['/admin', `/admin/schools/${school.id}`, `/admin/schools/${school.id}/life`, '/admin/schools/new']
  const others = [
    '/admin/figures',
    '/admin/operations',
    '/admin/mails',
    '/admin/removed',
    `/admin/support/${school.slug}`,
  ]
  for (const path of [...paths, ...others]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  }
})
