import '../support/running-env'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { test } from '../support/browser'
import { addFamilyLink } from '../support/context'
import { addEnrollment, readEnrollment } from '../support/enrollment'
import { addGuardian, addStudent } from '../support/family'
import { samples } from '../support/files'
import { type TestSchool, testSchool } from '../support/school'

test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })

let school: TestSchool
test.beforeAll(async () => {
  school = await testSchool({ name: 'Institución Educativa San José' })
})

/** A mother with two children; the first one's birth certificate came back. */
async function newFamily() {
  const sofia = await addStudent(school, { firstName: 'Sofía', firstSurname: 'Ríos', birthDate: '2013-04-09' })
  const juan = await addStudent(school, { firstName: 'Juan', firstSurname: 'Ríos', birthDate: '2016-04-09' })
  const mother = await addGuardian(school, { firstName: 'Luz', of: [sofia.id, juan.id] })
  const enrollment = await addEnrollment(school, {
    studentId: sofia.id,
    gradeLevel: '6',
    documents: { birth_certificate: 'rejected', identity_document: 'validated' },
  })
  await addEnrollment(school, { studentId: juan.id, gradeLevel: '3' })
  const { token } = await addFamilyLink(school, mother.id)
  return { token, enrollmentId: enrollment.id }
}

const child = (page: Page, name: RegExp) => page.getByRole('region', { name })
const row = (page: Page, name: RegExp, document: string) =>
  child(page, name)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: document }) })

/** A photo as a phone's camera makes it: many pixels and several megabytes. */
const bigPhoto = async (page: Page): Promise<Buffer> => {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 2400
    canvas.height = 3200
    const pen = canvas.getContext('2d')
    if (!pen) return ''
    const pixels = pen.createImageData(canvas.width, canvas.height)
    for (let at = 0; at < pixels.data.length; at += 4)
      pixels.data.set([(at * 31) % 251, (at * 17) % 241, at % 239, 255], at)
    pen.putImageData(pixels, 0, 0)
    return canvas.toDataURL('image/jpeg', 1).split(',')[1] ?? ''
  })
  return Buffer.from(base64, 'base64')
}

const choose = (page: Page, name: RegExp, document: string, how: RegExp) =>
  row(page, name, document).getByLabel(how, { exact: false })

test('a mother sends what is missing from her phone', async ({ page }) => {
  const { token, enrollmentId } = await newFamily()
  await page.goto(`/f#${token}`)
  await expect(page.getByRole('heading', { name: 'Hola, Luz' })).toBeVisible()
  expect(page.url()).not.toContain('#')
  expect(await page.content()).not.toContain(token)
  await expect(page.getByText('Institución Educativa San José')).toBeVisible()
  await expect(child(page, /^Sofía/).getByText('1 de 5')).toBeVisible()
  await expect(child(page, /^Juan/).getByText('0 de 5')).toBeVisible()

  const first = child(page, /^Sofía/)
    .getByRole('listitem')
    .first()
  await expect(first).toContainText('Registro civil de nacimiento')
  await expect(first).toContainText('No se alcanza a leer.')

  const photo = await bigPhoto(page)
  expect(photo.length).toBeGreaterThan(3_000_000)
  const sent = page.waitForRequest((request) => request.method() === 'PUT')
  await choose(page, /^Sofía/, 'Registro civil de nacimiento', /Tomar otra foto/).setInputFiles({
    name: 'IMG_2026.jpg',
    mimeType: 'image/jpeg',
    buffer: photo,
  })
  expect(Number((await (await sent).allHeaders())['content-length'])).toBeLessThan(photo.length)
  await expect(row(page, /^Sofía/, 'Registro civil de nacimiento')).toContainText('En revisión')
  await expect(child(page, /^Sofía/).getByText('2 de 5')).toBeVisible()

  await choose(page, /^Sofía/, 'Boletín del año anterior', /Archivo/).setInputFiles({
    name: 'boletin.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(samples.pdf.bytes),
  })
  await expect(row(page, /^Sofía/, 'Boletín del año anterior')).toContainText('En revisión')

  for (const consent of ['Autorización de habeas data', 'Tratamiento de datos del menor']) {
    const item = row(page, /^Sofía/, consent)
    await item.getByText('Leer y aceptar').click()
    await expect(item).toContainText('Texto de prueba')
    await item.getByRole('button', { name: 'Acepto' }).click()
    await expect(item).toContainText('Aceptada')
  }
  await expect(child(page, /^Sofía/)).toContainText('Ya envió todo')
  expect(await readEnrollment(school, enrollmentId)).toMatchObject({ status: 'in_review', reviewCount: 2 })
})

test('what is no document is refused in plain words, and nothing is lost', async ({ page }) => {
  const { token } = await newFamily()
  await page.goto(`/f#${token}`)
  const item = row(page, /^Juan/, 'Boletín del año anterior')
  await choose(page, /^Juan/, 'Boletín del año anterior', /Archivo/).setInputFiles({
    name: 'boletin.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('MZ this is a program'),
  })
  await expect(item).toContainText('Solo se reciben fotos')
  await choose(page, /^Juan/, 'Boletín del año anterior', /Archivo/).setInputFiles({
    name: 'libro.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.concat([Buffer.from(samples.pdf.bytes), Buffer.alloc(11 * 1024 * 1024, 32)]),
  })
  await expect(item).toContainText('más de 10 MB')
  await expect(child(page, /^Juan/).getByText('0 de 5')).toBeVisible()
})

test('without signal the photo stays, and goes when the signal is back', async ({ page, context }) => {
  const { token } = await newFamily()
  await page.goto(`/f#${token}`)
  await expect(page.getByRole('heading', { name: 'Hola, Luz' })).toBeVisible()
  await context.setOffline(true)
  await choose(page, /^Juan/, 'Documento de identidad', /Foto/).setInputFiles({
    name: 'ti.png',
    mimeType: 'image/png',
    buffer: Buffer.from(samples.png.bytes),
  })
  const item = row(page, /^Juan/, 'Documento de identidad')
  await expect(item).toContainText('No hay conexión')
  await context.setOffline(false)
  await item.getByRole('button', { name: 'Reintentar' }).click()
  await expect(item).toContainText('En revisión')
})

test('an address that expired on the way is asked for again by itself', async ({ page }) => {
  const { token } = await newFamily()
  await page.goto(`/f#${token}`)
  let refused = 0
  await page.route(/X-Amz-Signature/, (route) => {
    if (route.request().method() !== 'PUT' || refused > 0) return route.continue()
    refused += 1
    return route.fulfill({ status: 403, headers: { 'access-control-allow-origin': '*' }, body: 'expired' })
  })
  await choose(page, /^Juan/, 'Documento de identidad', /Archivo/).setInputFiles({
    name: 'ti.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(samples.pdf.bytes),
  })
  await expect(row(page, /^Juan/, 'Documento de identidad')).toContainText('En revisión')
  expect(refused).toBe(1)
})

test('a link that opens nothing gets one friendly page, also after a good one', async ({ page }) => {
  const { token } = await newFamily()
  await page.goto(`/f#${token}`)
  await expect(page.getByRole('heading', { name: 'Hola, Luz' })).toBeVisible()
  await page.goto(`/f#${token.slice(0, 64)}_`)
  await expect(page.getByRole('heading', { name: 'Este enlace no está disponible' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Este enlace no está disponible' })).toBeVisible()
  await expect(page.getByText('Luz')).toHaveCount(0)
})

test('reads well to everybody: no violations in light or dark', async ({ page }) => {
  const { token } = await newFamily()
  await page.goto(`/f#${token}`)
  await expect(page.getByRole('heading', { name: 'Hola, Luz' })).toBeVisible()
  await row(page, /^Juan/, 'Autorización de habeas data').getByText('Leer y aceptar').click()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
})
