import '../support/running-env'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { database } from '@/lib/platform/db/client'
import { addDays, dayToDate, today, weekday } from '@/lib/shared/dates'
import { test } from '../support/browser'
import { addEnrollment } from '../support/enrollment'
import { addGuardian, addStudent } from '../support/family'
import { signIn } from '../support/login'
import { arrived, linkIn, mailsOf } from '../support/outbox'
import { pdfText } from '../support/pdf-text'
import { type Member, type TestSchool, testSchool } from '../support/school'

test.describe.configure({ timeout: 180_000 })
test.use({ actionTimeout: 15_000 })

const COUNT = 36
/** Quiz 40 %, exam 60 %: the first student 0.4 × 4.5 + 0.6 × 3.5 = 3.9, the fourth 0.4 × 3.0 + 0.6 × 2.0 = 2.4. */
const quiz = (row: number) => ['4,5', '4,0', '3,5', '3,0', '5,0', '2,5'][row % 6] as string
const exam = (row: number) => ['3,5', '4,0', '4,5', '2,0', '5,0', '3,0'][row % 6] as string
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

/** A year that runs today, its first period from today on and still a draft: the day that everything starts. */
async function firstDay(): Promise<TestSchool> {
  const school = await testSchool({ name: 'Institución Educativa San José' })
  const { prisma } = database()
  const day = today()
  const span = (from: number, to: number) => ({
    startsOn: dayToDate(addDays(day, from)),
    endsOn: dayToDate(addDays(day, to)),
  })
  const year = { schoolId: school.id, id: school.yearId }
  await prisma.schoolYear.updateMany({ where: year, data: span(-30, 150) })
  for (const [index, dates] of [span(0, 60), span(61, 150)].entries())
    await prisma.academicPeriod.updateMany({
      where: { schoolId: school.id, id: school.periodIds[index] as string },
      data: { ...dates, status: 'draft' },
    })
  return school
}

/** Children enrolled in 6°A by the office, in the order of every list; the first one has a mother with an address. */
async function enrolledChildren(school: TestSchool) {
  const children = []
  for (let number = 1; number <= COUNT; number += 1)
    children.push(
      await addStudent(school, {
        firstSurname: `Apellido${String.fromCharCode(64 + Math.ceil(number / 6))}${String.fromCharCode(64 + (number % 6 || 6))}`,
        firstName: number === 1 ? 'Sofía' : 'Niña',
      }),
    )
  for (const { id } of children)
    await addEnrollment(school, { studentId: id, gradeLevel: '6', groupCode: 'A', status: 'active' })
  return { mother: await addGuardian(school, { firstName: 'Luz', of: [children[0]!.id] }), children }
}

async function pageOf(browser: Browser, person: Member | null, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options)
  if (person) await signIn(context, person.userId)
  return context.newPage()
}

const said = (page: Page, text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible()
const click = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

async function buildStructure(page: Page, school: TestSchool) {
  const home = `/${school.slug}/academics`
  await page.goto(`${home}/subjects`)
  await click(page, 'Agregar las 9 áreas que faltan')
  await said(page, 'Se agregaron 9 áreas.')
  await click(page, 'Nueva asignatura')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nombre', { exact: true }).fill('Matemáticas')
  await dialog.getByLabel('Código').fill('mat')
  await dialog.getByLabel('Área').selectOption({ label: 'Matemáticas' })
  await dialog.getByRole('button', { name: 'Crear la asignatura' }).click()
  await expect(page.getByRole('list', { name: 'Asignaturas de Matemáticas' })).toContainText('MAT')

  await page.getByRole('link', { name: 'Planes de estudio' }).click()
  await page.getByRole('link', { name: 'Nuevo plan' }).click()
  await click(page, 'Crear el plan')
  await page.getByLabel('Agregar un grado').selectOption({ label: 'Sexto' })
  await click(page, 'Agregar')
  await page.getByLabel('Horas que debe alcanzar el grado').fill('4')
  await page.getByLabel('Horas por semana de Matemáticas').fill('4')
  await click(page, 'Guardar Sexto')
  await said(page, 'Sexto quedó guardado: 4 horas.')
  await page.getByRole('link', { name: 'Planes de estudio' }).first().click()
  await click(page, 'Aprobar el plan')
  await said(page, 'El plan quedó aprobado.')

  await page.goto(`${home}/groups/new`)
  await page.getByLabel('Grado').selectOption({ label: 'Sexto' })
  await page.getByLabel('Código').fill('a')
  await page.getByLabel('Director de grupo').selectOption({ label: school.members.teacher.name })
  await click(page, 'Crear el grupo')
  await said(page, 'El grupo quedó creado.')
  await page.goto(`${home}/generate`)
  await click(page, 'Crear 1 curso')
  await said(page, '1 curso nuevo')
}

async function placeAndAssign(page: Page, school: TestSchool) {
  const home = `/${school.slug}/academics`
  await page.goto(home)
  await page.getByRole('link', { name: /A$/ }).first().click()
  await click(page, `Ubicar ${COUNT} en`)
  await said(page, `${COUNT} estudiantes quedaron en`)
  await page.getByRole('link', { name: 'Horario', exact: true }).last().click()
  await page.getByRole('link', { name: 'Armar el horario' }).click()
  await click(page, 'Agregar una clase')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Curso').selectOption({ index: 1 })
  await dialog.getByLabel('Día').selectOption({ value: String(weekday(today())) })
  await dialog.getByRole('button', { name: 'Guardar la clase' }).click()
  await said(page, 'La clase quedó en el horario.')
  await page.goto(`${home}/courses`)
  await page.getByLabel('Docente de Matemáticas A').selectOption({ value: school.members.teacher.userId })
  await click(page, 'Asignar 1 curso')
  await said(page, '1 curso asignado')
  await page.goto(`/${school.slug}/closing`)
  await click(page, 'Abrir')
  await expect(page.getByText('Abierto', { exact: true })).toBeVisible()
}

async function callTheRoll(page: Page, school: TestSchool) {
  await page.goto(`/${school.slug}/attendance`)
  await page.getByRole('table').getByRole('link').first().tap()
  await said(page, `${COUNT} presentes`)
  await page.locator('.roll-tap').nth(3).tap()
  await said(page, `${COUNT - 1} presentes · 1 no`)
  await said(page, 'Todo guardado')
}

async function newActivity(page: Page, title: string, type: string, weight: string) {
  await page.getByRole('link', { name: 'Nueva actividad' }).last().click()
  await page.getByLabel('Título').fill(title)
  await page.getByLabel('Tipo').selectOption({ label: type })
  await page.getByLabel('Peso').fill(weight)
  await click(page, 'Crear la actividad')
  await expect(page.getByRole('columnheader', { name: new RegExp(title) })).toBeVisible()
}

/** Two columns by keyboard alone: type, Enter, next student; then the way to the first average. */
async function mark(page: Page, school: TestSchool) {
  await page.goto(`/${school.slug}/gradebook`)
  await page.getByRole('link', { name: /Matemáticas/ }).click()
  await newActivity(page, 'Fracciones', 'Quiz', '40')
  await newActivity(page, 'Examen del periodo', 'Examen', '60')
  await page.getByRole('button', { name: 'Teclado' }).focus()
  await page.keyboard.press('Tab')
  for (const scores of [quiz, exam]) {
    for (let row = 0; row < COUNT; row += 1) {
      await page.keyboard.type(scores(row))
      await page.keyboard.press(row < COUNT - 1 ? 'Enter' : 'Tab')
    }
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowRight')
  }
  await expect(page.getByRole('status').filter({ hasText: 'Todo guardado' })).toBeVisible()
}

/** What went into the first student's mark, in words. */
async function explain(page: Page) {
  await page.getByRole('button', { name: /^3,9/ }).first().click()
  const panel = page.getByRole('dialog', { name: '¿Por qué esta nota?' })
  await expect(panel).toContainText('Fracciones')
  await expect(panel).toContainText('3,9')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
}

async function tellAndHandIn(page: Page) {
  await page.getByRole('link', { name: 'Comentarios y logros' }).click()
  await click(page, 'Agregar logro')
  await page.getByLabel('Logro 1', { exact: true }).fill('Opera con fracciones y las compara.')
  await click(page, 'Guardar los logros')
  await said(page, 'Logros guardados')
  await page
    .getByRole('textbox', { name: /^Observación/ })
    .first()
    .fill('Explica cómo llegó a cada respuesta.')
  await said(page, 'Todo guardado')
  await click(page, 'Entregar periodo')
  await page.getByRole('dialog').getByRole('button', { name: 'Entregar periodo' }).click()
  await expect(page.getByText('Entregado', { exact: true })).toBeVisible()
}

async function closePeriod(page: Page, school: TestSchool) {
  await page.goto(`/${school.slug}/closing`)
  await said(page, 'Todo está completo: el periodo se puede cerrar.')
  await click(page, 'Cerrar')
  await expect(page.getByText('Cerrado', { exact: true })).toBeVisible()
}

async function issueAndPublish(page: Page, school: TestSchool) {
  await page.goto(`/${school.slug}/report-cards`)
  await click(page, 'Emitir boletines')
  await page.getByRole('dialog').getByRole('button', { name: 'Emitir', exact: true }).click()
  await said(page, `Empezó: ${COUNT} estudiantes`)
  await page.getByRole('button', { name: 'Publicar' }).click({ timeout: 60_000 })
  await said(page, `Publicar ${COUNT} boletines`)
  await click(page, 'Publicar y avisar')
  await said(page, `${COUNT} boletines publicados; se avisa a 1 familia.`)
}

/** A mark with the way to it, and the PDF as the family's phone gets it. */
async function openOwn(page: Page, link: string): Promise<Uint8Array> {
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Hola, Luz' })).toBeVisible()
  await page.getByRole('button', { name: /^Ver las notas/ }).tap()
  const why = page.getByRole('button', { name: /Matemáticas: Periodo 1/ })
  await expect(why).toContainText('3,9')
  // The panel's script comes with the first panel: what waits for it must not be the page.
  const script = /\/_next\/static\/chunks\//
  const asked = page.waitForRequest(script)
  const { promise: arrives, resolve: arrive } = Promise.withResolvers<void>()
  await page.route(script, (route) => arrives.then(() => route.continue()))
  await why.tap()
  await asked
  await expect(why).toBeVisible()
  arrive()
  const panel = page.getByRole('dialog', { name: '¿Por qué esta nota?' })
  await expect(panel).toContainText('Fracciones')
  await panel.getByRole('button', { name: 'Cerrar' }).tap()
  await expect(panel).toBeHidden()
  const answered = page.waitForResponse((answer) => /report-cards\/[^/]+\/file/.test(answer.url()))
  await page.getByRole('button', { name: 'Abrir PDF: Periodo 1 2026' }).tap()
  const { url } = (await (await answered).json()) as { url: string }
  const file = await page.request.get(url)
  expect(file.headers()['content-type']).toBe('application/pdf')
  return file.body()
}

async function verify(page: Page, school: TestSchool, code: string) {
  await page.goto(`/verify/${school.slug}`)
  await page.getByLabel('Código').fill(code)
  await click(page, 'Verificar')
  await said(page, 'Documento vigente')
  await said(page, 'La firma digital es auténtica')
  await expect(page.locator('body')).not.toContainText('Sofía')
}

test('a whole period: from an empty school to the report card that a family holds and anybody can verify', async ({
  browser,
}) => {
  const school = await firstDay()
  const { mother } = await enrolledChildren(school)
  const rector = await pageOf(browser, school.members.rector)
  await test.step('structure', () => buildStructure(rector, school))
  await test.step('people in their places', () => placeAndAssign(rector, school))
  const onPhone = await pageOf(browser, school.members.teacher, phone)
  await test.step('roll call', () => callTheRoll(onPhone, school))
  const teacher = await pageOf(browser, school.members.teacher)
  await test.step('scores', () => mark(teacher, school))
  await test.step('why this mark', () => explain(teacher))
  await test.step('words, and handing in', () => tellAndHandIn(teacher))
  await test.step('closing', () => closePeriod(rector, school))
  await test.step('report cards', () => issueAndPublish(rector, school))
  const [mail] = await arrived(() => mailsOf(school, { template: 'report_cards', to: mother.email as string }))
  const pdf = await test.step('the family', async () => openOwn(await pageOf(browser, null, phone), linkIn(mail)))
  const text = pdfText(pdf)
  expect(text).toContain('Sofía')
  const code = /Código ((?:[0-9A-Z]{4}[- ]*){4})/.exec(text)?.[1] ?? ''
  await test.step('anybody', async () => verify(await pageOf(browser, null), school, code))
})
