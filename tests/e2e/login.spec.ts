import '../support/running-env'
import { expect, type Page } from '@playwright/test'
import { generateSync } from 'otplib'
import { database } from '@/lib/platform/db/client'
import { env } from '@/lib/platform/env'
import { expectAccessible } from '../support/accessible'
import { test } from '../support/browser'
import { unique } from '../support/ids'
import { signIn } from '../support/login'
import { arrived, linkIn, platformMailsTo } from '../support/outbox'
import { addUser, memberOf, password, type TestSchool, testSchool } from '../support/school'

const newPassword = 'Girasol-Tranquilo-88'

const type = async (page: Page, email: string, secret: string) => {
  await page.getByLabel('Correo').fill(email)
  await page.getByLabel('Contraseña', { exact: true }).fill(secret)
  await page.getByRole('button', { name: 'Ingresar' }).click()
}
const home = (school: TestSchool) => new RegExp(`/${school.slug}$`)
const hello = (page: Page) => page.getByRole('heading', { level: 1 })

test('in with the right password, to where one was going, and out again', async ({ page }) => {
  const school = await testSchool()
  const { email } = school.members.secretary
  await page.goto(`/${school.slug}/settings/jobs`)
  await expect(page).toHaveURL(/\/login\?next=/)
  await type(page, email, 'no es la contraseña')
  await expect(page.getByRole('alert').getByText('no coinciden')).toBeVisible()
  await expect(page.getByLabel('Correo')).toHaveValue(email)
  await type(page, email, password)
  await expect(page).toHaveURL(new RegExp(`/${school.slug}/settings/jobs$`))
  await page.getByRole('button', { name: /^Menú de/ }).click()
  await page.getByRole('menuitem', { name: 'Salir' }).click()
  await expect(page).toHaveURL(/\/login/)
  await page.goto(`/${school.slug}`)
  await expect(page).toHaveURL(/\/login\?next=/)
})

test('never leads to another site after signing in', async ({ page }) => {
  const school = await testSchool()
  await page.goto('/login?next=https://example.com/robo')
  await type(page, school.members.rector.email, password)
  await expect(page).toHaveURL(home(school))
  for (const next of ['//example.com', '/%5Cexample.com', '/api/auth/signout']) {
    await page.goto(`/login?next=${next}`)
    await expect(page).toHaveURL(home(school))
  }
})

test('after several failures says how long to wait', async ({ page }) => {
  const { email } = await addUser()
  await page.goto('/login')
  for (let i = 0; i < 7; i += 1) {
    // The alert may still be that of the try before: the answer tells them apart.
    const answer = page.waitForResponse(/\/api\/auth\/callback\//)
    await type(page, email, `intento ${i}`)
    if ((await (await answer).text()).includes('rate_limited')) break
    await expect(page.getByRole('button', { name: 'Ingresar' })).not.toHaveAttribute('aria-busy')
  }
  await expect(page.getByText(/Puede intentar de nuevo en \d+ segundo/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ingresar' })).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Ingresar' })).toBeEnabled({ timeout: 20_000 })
})

test('chooses between schools and switches', async ({ page, context }) => {
  const [one, two] = [await testSchool({ name: `Colegio Uno ${unique()}` }), await testSchool()]
  const user = await addUser({ fullName: 'Pedro Páramo' })
  await memberOf(one, user.userId, ['teacher', 'coordinator'])
  await memberOf(two, user.userId, ['secretary'])
  await signIn(context, user.userId)
  await page.goto('/')
  await expect(page.getByRole('link', { name: `${one.name} Docente · Coordinación` })).toBeVisible()
  await page.getByRole('link', { name: two.name }).click()
  await expect(page).toHaveURL(home(two))
  await page.getByRole('button', { name: /cambiar de colegio/ }).click()
  await page
    .getByRole('menuitem', { name: one.name })
    .or(page.getByRole('menuitemradio', { name: one.name }))
    .first()
    .click()
  await expect(page).toHaveURL(home(one))
  await expect(hello(page)).toBeVisible()
})

test('a forgotten password: the mail, the new one, and the link is spent', async ({ page, browser }) => {
  const school = await testSchool()
  const { email, userId } = school.members.teacher
  const elsewhere = await (await browser.newContext({ baseURL: env().APP_URL, locale: 'es-CO' })).newPage()
  await signIn(elsewhere.context(), userId)
  await page.goto('/login')
  await page.getByRole('link', { name: 'Olvidé mi contraseña' }).click()
  // Both pages ask for «Correo»: what is typed before the second one has come is lost with the first.
  await expect(page).toHaveURL(/\/reset$/)
  await page.getByLabel('Correo').fill(email)
  await page.getByRole('button', { name: 'Enviar el enlace' }).click()
  await expect(page.getByText('Revise su correo')).toBeVisible()
  const link = linkIn((await arrived(() => platformMailsTo(email))).at(-1))

  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Escriba su contraseña nueva' })).toBeVisible()
  // The secret is out of the address as soon as the page has read it.
  expect(new URL(page.url()).hash).toBe('')
  await page.getByLabel('Contraseña nueva').fill('corta')
  await page.getByRole('button', { name: 'Guardar e ingresar' }).click()
  await expect(page.locator('#f-password-error')).toContainText('al menos 10 caracteres')
  await page.getByLabel('Contraseña nueva').fill(newPassword)
  await page.getByRole('button', { name: 'Guardar e ingresar' }).click()
  await expect(page).toHaveURL(home(school))

  // Every other session of the person is over.
  await elsewhere.goto(`/${school.slug}`)
  await expect(elsewhere).toHaveURL(/\/login/)
  await elsewhere.goto(link)
  await expect(elsewhere.getByText('Ese enlace ya se usó o venció')).toBeVisible()
})

test('an account that does not exist gets the same answer and no mail', async ({ page }) => {
  const nobody = `nadie-${unique()}@example.com`
  await page.goto('/reset')
  await page.getByLabel('Correo').fill(nobody)
  await page.getByRole('button', { name: 'Enviar el enlace' }).click()
  await expect(page.getByText('Revise su correo')).toBeVisible()
  expect(await platformMailsTo(nobody)).toEqual([])
})

test('the own account: name, language, password, sessions', async ({ page, context, browser }) => {
  const school = await testSchool()
  const { userId } = school.members.coordinator
  await signIn(context, userId)
  const other = await (await browser.newContext()).newPage()
  await signIn(other.context(), userId)
  await page.goto('/account')
  await page.getByLabel('Nombre completo').fill('Ana María Ocampo')
  await page.getByRole('button', { name: 'Guardar mis datos' }).click()
  await expect(page.getByText('Sus datos quedaron guardados.')).toBeVisible()
  await page.getByRole('button', { name: 'Cerrar las demás sesiones' }).click()
  await expect(page.getByText('La sesión quedó cerrada.')).toBeVisible()
  await expect(page.getByText('Este equipo')).toBeVisible()

  await page.getByLabel('Contraseña actual').fill('no es')
  await page.getByLabel('Contraseña nueva').fill(newPassword)
  await page.getByRole('button', { name: 'Cambiar la contraseña' }).click()
  await expect(page.locator('#f-current-error')).toContainText('no es su contraseña actual')
  await page.getByLabel('Contraseña actual').fill(password)
  await page.getByRole('button', { name: 'Cambiar la contraseña' }).click()
  await expect(page.getByText('Su contraseña quedó cambiada')).toBeVisible()

  await page.getByRole('radio', { name: 'English' }).check()
  await page.getByRole('button', { name: 'Guardar mis datos' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'My account' })).toBeVisible()
  expect(await database().prisma.user.findUnique({ where: { id: userId }, select: { locale: true } })).toEqual({
    locale: 'en',
  })
})

const codeOf = (secret: string, steps = 0) =>
  generateSync({ secret: secret.replaceAll(' ', ''), epoch: Math.floor(Date.now() / 1000) + steps * 30 })

test('a second factor: set up with the phone, asked for at the next sign-in, and a recovery code without the phone', async ({
  page,
}) => {
  const school = await testSchool()
  const { email } = school.members.secretary
  await page.goto('/login')
  await type(page, email, password)
  await expect(page).toHaveURL(home(school))
  await page.goto('/account')
  await page.getByRole('link', { name: 'Activar el segundo paso' }).click()
  await page.getByRole('button', { name: 'Activar el segundo paso' }).click()
  await expect(page.getByRole('img', { name: /Código QR/ })).toBeVisible()
  const secret = (await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent())!
  await page.getByLabel('Código de seis dígitos').fill('000000')
  await page.getByRole('button', { name: 'Activar', exact: true }).click()
  await expect(page.locator('#f-code-error')).toContainText('Ese código no sirve')
  await page.getByLabel('Código de seis dígitos').fill(codeOf(secret, -1))
  await page.getByRole('button', { name: 'Activar', exact: true }).click()
  await expect(page.getByText('Guarde estos diez códigos')).toBeVisible()
  const codes = await page.getByRole('main').getByRole('listitem').allTextContents()
  expect(codes).toHaveLength(10)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Descargar' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('codigos-de-recuperacion-athena.txt')
  await page.getByRole('button', { name: 'Ya los guardé' }).click()
  await expect(page.getByText(/Activo desde/)).toBeVisible()

  const leave = async () => {
    await page.getByRole('button', { name: /^Menú de/ }).click()
    await page.getByRole('menuitem', { name: 'Salir' }).click()
    await expect(page).toHaveURL(/\/login/)
  }
  await leave()
  await type(page, email, password)
  await expect(page.getByRole('heading', { name: 'Segundo paso' })).toBeVisible()
  await page.getByLabel('Código', { exact: true }).fill('123456')
  await page.getByRole('button', { name: 'Verificar e ingresar' }).click()
  await expect(page.getByRole('alert').getByText('Ese código no sirve')).toBeVisible()
  await page.getByLabel('Código', { exact: true }).fill(codeOf(secret))
  await page.getByRole('button', { name: 'Verificar e ingresar' }).click()
  await expect(page).toHaveURL(home(school))
  await leave()
  await type(page, email, password)
  await page.getByLabel('Código', { exact: true }).fill(codes[3]!.toLowerCase())
  await page.getByRole('button', { name: 'Verificar e ingresar' }).click()
  await expect(page).toHaveURL(home(school))
  await page.goto('/account')
  await expect(page.getByText('Le quedan 9 códigos de recuperación.')).toBeVisible()
})

test('who must have a second factor is led to it, may wait some days, and then does nothing else', async ({ page }) => {
  const school = await testSchool()
  const { email, userId } = school.members.coordinator
  const { prisma } = database()
  await prisma.schoolSettings.update({
    where: { schoolId: school.id },
    data: { securitySettings: { secondFactorRoles: ['coordinator'], graceDays: 3 } },
  })
  await page.goto('/login')
  await type(page, email, password)
  await expect(page.getByRole('heading', { name: 'Proteja su cuenta con un segundo paso' })).toBeVisible()
  await page.getByRole('link', { name: 'Ahora no' }).click()
  await expect(page).toHaveURL(home(school))
  await expect(page.getByText(/Active el segundo paso de su cuenta antes del/)).toBeVisible()

  await prisma.userSecondFactor.update({
    where: { userId },
    data: { askedAt: new Date(Date.now() - 4 * 86_400_000) },
  })
  await page.goto(`/${school.slug}/students`)
  await expect(page.getByText('El plazo terminó')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Ahora no' })).toBeHidden()
  await page.getByRole('button', { name: 'Activar el segundo paso' }).click()
  const secret = (await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent())!
  await page.getByLabel('Código de seis dígitos').fill(codeOf(secret))
  await page.getByRole('button', { name: 'Activar', exact: true }).click()
  await page.getByRole('button', { name: 'Ya los guardé' }).click()
  // On to where one was going.
  await expect(page).toHaveURL(new RegExp(`/${school.slug}/students$`))
})

test('who was let out meanwhile is out with the next click', async ({ page, context }) => {
  const school = await testSchool()
  const { userId, membershipId } = school.members.secretary
  await signIn(context, userId)
  await page.goto(`/${school.slug}`)
  await expect(hello(page)).toBeVisible()
  const { prisma } = database()
  await prisma.schoolMembership.updateMany({
    where: { schoolId: school.id, id: membershipId },
    data: { isActive: false },
  })
  await page.goto(`/${school.slug}`)
  await expect(page.getByText('Esta página no existe')).toBeVisible()
  await page.goto('/')
  await expect(page.getByText('Su cuenta no está en ningún colegio')).toBeVisible()
})

for (const path of ['/login', '/reset', '/invite']) {
  test(`${path} has no barriers that axe can find, light and dark, wide and narrow`, async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const viewport of [
        { width: 1366, height: 900 },
        { width: 390, height: 844 },
      ]) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize(viewport)
        await page.goto(path)
        await expect(hello(page)).toBeVisible()
        await expectAccessible(page)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(wide).toBeLessThanOrEqual(0)
      }
    }
  })
}
