import '../support/running-env'
import { expect } from '@playwright/test'
import { env } from '@/lib/platform/env'
import { test } from '../support/browser'
import { unique } from '../support/ids'
import { signIn, signInAs } from '../support/login'
import { arrived, mailsOf } from '../support/outbox'
import { addUser, testSchool } from '../support/school'

test.describe.configure({ timeout: 120_000 })

test.beforeEach(async ({ context }) => {
  await signIn(context, (await addUser({ fullName: 'Camila Rojas', isSuperadmin: true })).userId)
})

test('visits a school for support, seen from both sides, and is out when the visit ends', async ({ page, browser }) => {
  const school = await testSchool({ name: `Colegio Visitado ${unique()}` })
  const reason = 'La secretaria no encuentra a una estudiante'
  // The school's own address leads to the form: there is no other way in.
  await page.goto(`/${school.slug}/students`)
  await expect(page).toHaveURL(new RegExp(`/admin/support/${school.slug}$`))
  await page.getByRole('button', { name: `Entrar a ${school.name}` }).click()
  await expect(page.locator('#f-reason-error')).toBeVisible()
  await page.getByLabel('¿Para qué entra?').fill(reason)
  await page.getByLabel('¿Por cuánto tiempo?').selectOption('15')
  await page.getByRole('button', { name: `Entrar a ${school.name}` }).click()
  await expect(page).toHaveURL(new RegExp(`/${school.slug}$`))

  const banner = page.getByRole('region', { name: 'Soporte' })
  for (const path of ['', '/students', '/settings/people', '/enrollments']) {
    await page.goto(`/${school.slug}${path}`)
    await expect(banner).toContainText(`Está en ${school.name} como soporte`)
    await expect(banner).toContainText(reason)
    await expect(banner).toContainText(/Solo ver · quedan 1[45] minutos/)
  }
  // It only looks: what would change something is refused, in words.
  await page.goto(`/${school.slug}/settings/people/invite`)
  await page.getByLabel('Correo').fill(`alguien-${unique()}@example.com`)
  await page.getByLabel('Nombre completo').fill('Alguien Más')
  await page.getByRole('checkbox', { name: 'Docente' }).check()
  await page.getByRole('button', { name: 'Invitar a Alguien Más' }).click()
  await expect(page.getByText('es solo de lectura: no se cambió nada')).toBeVisible()

  const rector = await (await browser.newContext({ baseURL: env().APP_URL, locale: 'es-CO' })).newPage()
  await signInAs(rector.context(), school, 'rector')
  await rector.goto(`/${school.slug}/settings/audit`)
  await expect(rector.getByText('Camila Rojas (soporte) entró al colegio')).toBeVisible()
  await expect(rector.getByText(`Motivo: ${reason}`)).toBeVisible()
  await expect(rector.getByRole('region', { name: 'Soporte' })).toHaveCount(0)
  const [mail] = await arrived(() => mailsOf(school, { to: school.members.rector.email, template: 'support' }))
  expect(mail?.text).toContain(reason)

  await page.goto(`/${school.slug}`)
  await banner.getByRole('button', { name: 'Salir' }).click()
  await expect(page).toHaveURL(new RegExp(`/admin/support/${school.slug}$`))
  await page.goto(`/${school.slug}/students`)
  await expect(page).toHaveURL(new RegExp(`/admin/support/${school.slug}$`))
  await rector.reload()
  await expect(rector.getByText('Camila Rojas (soporte) salió del colegio')).toBeVisible()
})
