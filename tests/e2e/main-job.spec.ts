import '../support/running-env'
import { randomInt } from 'node:crypto'
import { type Browser, expect, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db/client'
import { env } from '@/lib/platform/env'
import { test } from '../support/browser'
import { samples } from '../support/files'
import { unique } from '../support/ids'
import { signIn } from '../support/login'
import { arrived, linkIn, mailsOf, platformMailsTo } from '../support/outbox'
import { addUser } from '../support/school'

// The whole way of issue and child: a platform without this school, and at the end an enrolled child.
test.describe.configure({ timeout: 180_000 })

const password = `Lluvia-de-Abril-${randomInt(1000, 9999)}`

/** Waits for a mail that the worker has handed to the outbox and opens its link as the person who got it. */
async function acceptInvitation(browser: Browser, link: string, name: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: env().APP_URL })).newPage()
  await page.goto(link)
  await page.getByLabel('Nombre completo').fill(name)
  await page.getByLabel('Contraseña nueva').fill(password)
  await page.getByRole('button', { name: 'Crear mi cuenta e ingresar' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Hola/ })).toBeVisible()
  return page
}

async function openSchool(page: Page, name: string, rectorEmail: string): Promise<{ id: string; slug: string }> {
  await page.goto('/admin')
  await page.getByRole('link', { name: 'Abrir un colegio' }).first().click()
  await page.getByLabel('Nombre del colegio').fill(name)
  await page.getByLabel('Ciudad o municipio').fill('Manizales')
  await page.getByLabel('Correo').fill(rectorEmail)
  await page.getByLabel('Nombre completo').fill('Gloria Patiño')
  await page.getByRole('button', { name: `Abrir ${name}` }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const school = await database().prisma.school.findFirst({ where: { name }, select: { id: true, slug: true } })
  if (!school) throw new Error('the school was not opened')
  return school
}

test('from a school that does not exist to an enrolled child', async ({ page, context, browser }) => {
  const name = `Colegio Los Cerezos ${unique()}`
  const [rectorEmail, secretaryEmail, motherEmail] = ['rectora', 'secretaria', 'madre'].map(
    (who) => `${who}-${unique()}@example.com`,
  ) as [string, string, string]

  await signIn(context, (await addUser({ fullName: 'Plataforma', isSuperadmin: true })).userId)
  const school = await openSchool(page, name, rectorEmail)
  const [firstMail] = await arrived(() => platformMailsTo(rectorEmail))
  const rector = await acceptInvitation(browser, linkIn(firstMail), 'Gloria Patiño')

  await rector.goto(`/${school.slug}/settings/years/new`)
  await rector.getByRole('button', { name: /^Crear / }).click()
  await expect(rector.getByText('El año quedó creado en planeación.')).toBeVisible()
  await rector.goto(`/${school.slug}/settings/people/invite`)
  await rector.getByLabel('Correo').fill(secretaryEmail)
  await rector.getByLabel('Nombre completo').fill('Marta Ríos')
  await rector.getByRole('checkbox', { name: 'Secretaría' }).check()
  await rector.getByRole('button', { name: 'Invitar a Marta Ríos' }).click()
  await expect(rector.getByText('La invitación va en camino.')).toBeVisible()
  const [invitation] = await arrived(() => mailsOf(school, { to: secretaryEmail }))
  const secretary = await acceptInvitation(browser, linkIn(invitation), 'Marta Ríos')

  await secretary.goto(`/${school.slug}/enrollments/new`)
  await secretary.getByRole('button', { name: 'Es nuevo en el colegio' }).click()
  const child = secretary.getByRole('group', { name: 'Estudiante' })
  await child.getByLabel('Número de documento').fill(String(randomInt(1_100_000_000, 1_199_999_999)))
  await child.getByLabel('Primer apellido').fill('Zuluaga')
  await child.getByLabel('Primer nombre').fill('Luna')
  await child.getByLabel('Fecha de nacimiento').pressSequentially('03042016')
  const guardian = secretary.getByRole('group', { name: 'Acudiente 1' })
  await guardian.getByLabel('Número de documento').fill(String(randomInt(40_000_000, 49_999_999)))
  await guardian.getByLabel('Primer apellido').fill('Arrieta')
  await guardian.getByLabel('Primer nombre').fill('Yolanda')
  await guardian.getByLabel('Celular').fill('310 555 0199')
  await guardian.getByLabel('Correo').fill(motherEmail)
  await guardian.getByLabel('Parentesco').selectOption('mother')
  await secretary.getByLabel('Grado').selectOption('4')
  await secretary.getByRole('button', { name: 'Matricular a Luna' }).click()
  await secretary.waitForURL(/\?opened=1/)
  const enrollmentUrl = secretary.url().replace(/\?.*/, '')
  const enrollmentId = enrollmentUrl.split('/').at(-1) ?? ''

  await secretary.getByRole('button', { name: 'Enviar enlace' }).first().click()
  await secretary
    .getByRole('dialog')
    .getByRole('button', { name: /Por correo/ })
    .click()
  const [familyMail] = await arrived(() => mailsOf(school, { to: motherEmail }))

  const phone = await browser.newContext({
    baseURL: env().APP_URL,
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: 'es-CO',
  })
  const mother = await phone.newPage()
  await mother.goto(linkIn(familyMail))
  const luna = mother.getByRole('region', { name: /^Luna/ })
  await expect(luna).toBeVisible()
  const items = luna.getByRole('listitem')
  const count = await items.count()
  expect(count).toBeGreaterThan(3)
  for (let at = 0; at < count; at++) {
    // What is done moves down: the first that still asks for something is next.
    const next = items.filter({ has: mother.getByText(/^(Archivo|Leer y aceptar)$/) }).first()
    const title = await next.getByRole('heading').innerText()
    const item = items.filter({ has: mother.getByRole('heading', { name: title, exact: true }) })
    if ((await next.getByText('Leer y aceptar').count()) > 0) {
      await next.getByText('Leer y aceptar').click()
      await item.getByRole('button', { name: 'Acepto' }).click()
      await expect(item).toContainText('Aceptada')
    } else {
      await next.getByLabel(/Archivo/, { exact: false }).setInputFiles({
        name: 'papel.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from(samples.pdf.bytes),
      })
      await expect(item).toContainText('En revisión')
    }
  }
  await expect(luna).toContainText('Ya envió todo')

  await secretary.goto(`/${school.slug}/review`)
  const waiting = await database().prisma.enrollmentDocument.count({ where: { enrollmentId, status: 'uploaded' } })
  for (let left = waiting; left > 0; left--) {
    await expect(secretary.getByText(new RegExp(`^${left} documentos? por revisar`)).first()).toBeVisible()
    await secretary.keyboard.press('a')
  }
  await expect(secretary.getByText('No hay documentos por revisar')).toBeVisible()
  // The desk goes on before the answer has come.
  await expect
    .poll(() => database().prisma.enrollmentDocument.count({ where: { enrollmentId, status: 'uploaded' } }))
    .toBe(0)

  await secretary.goto(enrollmentUrl)
  await secretary.getByRole('button', { name: 'Activar matrícula' }).click()
  await secretary.getByRole('dialog').getByRole('button', { name: 'Activar matrícula' }).click()
  await expect(secretary.getByText('Activa', { exact: true }).first()).toBeVisible()
  await expect
    .poll(async () => (await database().prisma.enrollment.findFirst({ where: { id: enrollmentId } }))?.status)
    .toBe('active')

  // Everybody can see what happened and when.
  for (const sentence of ['abrió la matrícula', 'la activó']) {
    await expect(secretary.getByText(sentence).first()).toBeVisible()
  }
  await mother.reload()
  await expect(luna).toContainText('Luna ya tiene su matrícula')
})
