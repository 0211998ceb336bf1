import '../support/running-env'
import { expect, type Page } from '@playwright/test'
import { env } from '@/lib/platform/env'
import { test } from '../support/browser'
import { unique } from '../support/ids'
import { signInAs } from '../support/login'
import { arrived, linkIn, mailsOf } from '../support/outbox'
import { password, type TestSchool, testSchool } from '../support/school'

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

test('an invitation is taken back, and one that was accepted in another window says so', async ({ page, browser }) => {
  const invite = async (email: string, name: string) => {
    await open(page, 'people/invite')
    await page.getByLabel('Correo').fill(email)
    await page.getByLabel('Nombre completo').fill(name)
    await page.getByRole('checkbox', { name: 'Docente' }).check()
    await page.getByRole('button', { name: `Invitar a ${name}` }).click()
    await said(page, 'La invitación va en camino.')
    return linkIn((await arrived(() => mailsOf(school, { to: email }))).at(-1))
  }
  const gone = await invite(`una-${unique()}@example.com`, 'Luz Mena')
  await page.getByRole('link', { name: 'Luz Mena' }).click()
  await page.getByRole('button', { name: 'Retirar la invitación' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Retirar la invitación' }).click()
  await said(page, 'La invitación de Luz Mena quedó retirada.')
  await expect(page.getByRole('link', { name: 'Luz Mena' })).toBeHidden()
  const [first, second] = await Promise.all(
    [1, 2].map(async () => (await browser.newContext({ baseURL: env().APP_URL, locale: 'es-CO' })).newPage()),
  )
  await first!.goto(gone)
  await expect(first!.getByText('Esta invitación ya no sirve')).toBeVisible()

  const link = await invite(`otra-${unique()}@example.com`, 'Ana Peña')
  for (const window of [first!, second!]) {
    await window.goto('about:blank')
    await window.goto(link)
    await window.getByLabel('Contraseña nueva').fill('Girasol-Tranquilo-88')
  }
  await first!.getByRole('button', { name: 'Crear mi cuenta e ingresar' }).click()
  await expect(first!).toHaveURL(new RegExp(`/${school.slug}$`))
  await second!.getByRole('button', { name: 'Crear mi cuenta e ingresar' }).click()
  await expect(second!.getByRole('heading', { name: 'Su cuenta ya está lista' })).toBeVisible()
})

test('two rectors change the same rules: the second sees what changed and nothing is lost', async ({
  page,
  context,
}) => {
  await open(page, 'security')
  const other = await context.newPage()
  await open(other, 'security')
  await other.getByLabel('Minutos sin uso').fill('30')
  await other.getByRole('checkbox', { name: 'Secretaría' }).check()
  await other.getByRole('button', { name: 'Guardar las reglas' }).click()
  await said(other, 'Las reglas quedaron guardadas')
  await page.getByLabel('Largo mínimo').fill('14')
  await page.getByRole('button', { name: 'Guardar las reglas' }).click()
  await said(page, 'Otra persona cambió estos datos mientras usted escribía')
  const notice = page.getByRole('alert').filter({ hasText: 'Otra persona' })
  await expect(notice.getByText('Minutos sin uso')).toBeVisible()
  await expect(notice.getByText('Secretaría')).toBeVisible()
  await notice.getByRole('button').click()
  await said(page, 'Las reglas quedaron guardadas')
  await page.reload()
  await expect(page.getByLabel('Minutos sin uso')).toHaveValue('30')
  await expect(page.getByLabel('Largo mínimo')).toHaveValue('14')
  await expect(page.getByRole('checkbox', { name: 'Secretaría' })).toBeChecked()
})

test('a role that is taken away while its holder types: the answer is clear and the text stays', async ({
  page,
  browser,
}) => {
  const { membershipId } = school.members.secretary
  const desk = await (await browser.newContext({ baseURL: env().APP_URL, locale: 'es-CO' })).newPage()
  await signInAs(desk.context(), school, 'secretary')
  await desk.goto(`/${school.slug}/students/new`)
  await desk.getByLabel('Número de documento').fill('1098765432')
  await desk.getByLabel('Primer apellido').fill('Álvarez')
  await desk.getByLabel('Primer nombre').fill('Ana')
  await open(page, `people/${membershipId}`)
  await page.getByRole('checkbox', { name: 'Docente' }).check()
  await page.getByRole('checkbox', { name: 'Secretaría' }).uncheck()
  await page.getByRole('button', { name: 'Guardar los cargos' }).click()
  await said(page, 'Los cargos quedaron cambiados.')
  await desk
    .getByRole('button', { name: /^(Crear|Guardar|Agregar)/ })
    .last()
    .click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByLabel('Contraseña').fill(password)
  await dialog.getByRole('button', { name: 'Entrar y guardar' }).click()
  await expect(desk.getByText('Su cargo no permite hacer esto.')).toBeVisible()
  await expect(desk.getByLabel('Primer apellido')).toHaveValue('Álvarez')
})

test('numbers, SIMAT codes and colour: what is saved is what is shown, and the index says what is missing', async ({
  page,
}) => {
  await open(page, 'numbering')
  await page.getByLabel('Siguiente: Constancia de estudio').fill('120')
  await page.getByRole('button', { name: 'Guardar la numeración' }).click()
  await said(page, 'La numeración quedó guardada.')
  await page.getByRole('button', { name: `Cambiar la firma de ${school.members.rector.name}` }).click()
  await page.getByLabel('Cargo en el papel').fill('Rectora (e)')
  await page.getByRole('checkbox', { name: 'Constancia de estudio' }).check()
  await page.getByRole('button', { name: 'Guardar', exact: true }).click()
  await said(page, /La firma de .* quedó guardada/)

  await open(page, 'simat')
  await page.getByLabel('Código DANE', { exact: false }).first().fill('105001000123')
  await page.getByLabel('Código del municipio').fill('11001')
  await said(page, /el colegio queda en el municipio 05001/)
  await page.getByLabel('Código del municipio').fill('05001')
  await page.getByLabel(/Pasaporte/).fill('3')
  await page.getByLabel(/Cédula de ciudadanía/).fill('2')
  await page.getByRole('button', { name: 'Guardar', exact: true }).click()
  await said(page, 'Otro tipo de documento ya tiene ese código')
  await page.getByLabel(/Cédula de ciudadanía/).fill('')
  await page.getByRole('button', { name: 'Guardar', exact: true }).click()
  await said(page, 'La configuración del SIMAT quedó guardada.')

  await page.goto(`/${school.slug}/settings`)
  await expect(page.getByRole('link', { name: /^SIMAT/ }).last()).toContainText('Completo')
  await expect(page.getByRole('link', { name: /^Imagen/ }).last()).toContainText('Falta: el logo')
})
