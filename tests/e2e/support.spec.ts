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
  await page.getByRole('button', { name: 'Entrar al colegio' }).click()
  await expect(page.locator('#f-reason-error')).toBeVisible()
  await page.getByLabel('¿Para qué entra?').fill(reason)
  await page.getByLabel('¿Por cuánto tiempo?').selectOption('15')
  await page.getByRole('button', { name: 'Entrar al colegio' }).click()
  await expect(page).toHaveURL(`${env().APP_URL}/${school.slug}`)

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

test('is shown out by the rector, who says why, and reads it at the next click', async ({ page, browser }) => {
  const school = await testSchool({ name: `Colegio Anfitrión ${unique()}` })
  const reason = 'Revisar los boletines de sexto'
  await page.goto(`/admin/support/${school.slug}`)
  await page.getByLabel('¿Para qué entra?').fill(reason)
  await page.getByRole('radio', { name: 'Ver y cambiar' }).check()
  await page.getByRole('button', { name: 'Entrar al colegio' }).click()
  await expect(page).toHaveURL(`${env().APP_URL}/${school.slug}`)
  await expect(page.getByRole('region', { name: 'Soporte' })).toBeVisible()

  const rector = await (await browser.newContext({ baseURL: env().APP_URL, locale: 'es-CO' })).newPage()
  await signInAs(rector.context(), school, 'rector')
  await rector.goto(`/${school.slug}/notifications`)
  await rector.getByRole('link', { name: /Camila Rojas entró al colegio como soporte/ }).click()
  await expect(rector.getByText('Camila Rojas está en el colegio')).toBeVisible()
  await expect(rector.getByText(new RegExp(`Ver y cambiar · hasta las .+ · Motivo: ${reason}`))).toBeVisible()
  await rector.getByRole('button', { name: 'Terminar visita' }).click()
  await rector.getByLabel('¿Quiere decirle por qué?').fill('Ya quedó resuelto, gracias')
  await rector.getByRole('dialog').getByRole('button', { name: 'Terminar visita' }).click()
  await expect(rector.getByText('Camila Rojas está en el colegio')).toHaveCount(0)
  await expect(rector.getByText(`La terminó ${school.members.rector.name} · Ya quedó resuelto, gracias`)).toBeVisible()

  // A link of the school that is still on the visitor's screen.
  await page.getByRole('navigation').getByRole('link', { name: 'Estudiantes' }).first().click()
  await expect(page).toHaveURL(new RegExp(`/admin/support/${school.slug}$`))
  await expect(page.getByText(`${school.members.rector.name} terminó su visita a las`)).toBeVisible()
  await expect(page.getByText('Dijo: «Ya quedó resuelto, gracias»')).toBeVisible()
  await rector.goto(`/${school.slug}/settings/audit`)
  await expect(
    rector.getByText(`${school.members.rector.name} terminó la visita de soporte de Camila Rojas`),
  ).toBeVisible()
})
