import '../support/running-env'
import { expect, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db/client'
import { expectAccessible } from '../support/accessible'
import { test } from '../support/browser'
import { addStudent } from '../support/family'
import { studentHead, studentRow, workbook, xlsxType } from '../support/imports'
import { signInAs } from '../support/login'
import { type TestSchool, testSchool } from '../support/school'

test.describe.configure({ timeout: 120_000 })

let school: TestSchool
test.beforeEach(async ({ context }) => {
  school = await testSchool()
  await signInAs(context, school, 'secretary')
})

async function choose(page: Page, name: string, buffer: Buffer, mimeType: string = xlsxType) {
  await page.goto(`/${school.slug}/imports/new?kind=students`, { waitUntil: 'networkidle' })
  await page.getByLabel('Suelte el archivo aquí').setInputFiles({ name, mimeType, buffer })
}

const countOf = () => database().prisma.student.count({ where: { schoolId: school.id } })

test('a secretary imports a list, corrects it where it is wrong, and takes it back', async ({ page }) => {
  await addStudent(school, {
    ...{ firstSurname: 'Gómez', secondSurname: 'Zapata', firstName: 'Juan', secondName: 'Juan' },
    ...{ documentType: 'RC', documentNumber: '77', birthDate: '2014-02-02' },
  })
  await page.goto(`/${school.slug}/imports`)
  await expect(page.getByRole('heading', { name: 'Todavía no se ha importado nada' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Importar un archivo' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Importar un archivo' })).toBeVisible()
  await expectAccessible(page)

  const list = await workbook([
    studentHead,
    studentRow(1),
    studentRow(2, { birth: '31/02/2015', motherPhone: '555' }),
    studentRow(3, { type: 'XX' }),
    studentRow(4, { number: '1100000001' }),
    studentRow(5),
  ])
  await choose(page, 'sexto.xlsx', list)
  await expect(page.getByRole('heading', { level: 1, name: 'sexto.xlsx' })).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('4 por corregir')).toBeVisible({ timeout: 20_000 })
  await expectAccessible(page)
  expect(await countOf()).toBe(1)

  // Three cells typed over, one child declared to be another, one row left out.
  const row = (no: number) => page.getByRole('listitem').filter({ hasText: `Fila ${no} ` })
  // By keyboard: Enter goes on to the next cell, and typing goes on there while the row is looked at again.
  await row(3).getByLabel('Fecha de nacimiento').fill('28/02/2015')
  await row(3).getByLabel('Fecha de nacimiento').press('Enter')
  await expect(row(3).getByLabel('Celular madre')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('310 555')
  await expect(page.getByText('La fila 3 todavía tiene 1 error')).toBeVisible()
  await expect(row(3).getByLabel('Celular madre')).toBeFocused()
  await page.keyboard.type(' 1234')
  await page.keyboard.press('Enter')
  await expect(row(4).getByLabel('Tipo Documento')).toBeFocused()
  await expect(page.getByText('Fila 3 correcta')).toBeVisible()
  await row(4).getByLabel('Tipo Documento').fill('Tarjeta de identidad')
  await row(4).getByLabel('Tipo Documento').press('Enter')
  await expect(page.getByText('Fila 4 correcta')).toBeVisible()
  await row(2).getByRole('button', { name: 'Es otra persona: importar' }).click()
  await expect(page.getByText('Fila 2 correcta')).toBeVisible()
  await row(5).getByRole('button', { name: 'Omitir la fila' }).click()
  await expect(page.getByText('4 nuevas · 1 se omite')).toBeVisible()

  await page.getByRole('button', { name: 'Importar 4 filas' }).click()
  await expect(page.getByText('Importación terminada')).toBeVisible({ timeout: 30_000 })
  expect(await countOf()).toBe(5)
  await expectAccessible(page)
  await page.getByRole('link', { name: /Pérez Zapata/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Pérez Zapata/ })).toBeVisible({ timeout: 30_000 })
  await page.goBack()

  await page.getByRole('button', { name: 'Deshacer la importación' }).click()
  await page.getByRole('button', { name: 'Deshacer', exact: true }).click()
  await expect(page.getByText('Se deshicieron 4 filas.')).toBeVisible({ timeout: 30_000 })
  expect(await countOf()).toBe(1)
})

test('columns that nobody knows are said once, and the next file is read in the same way', async ({ page }) => {
  const file = (no: string) => Buffer.from(`X1;X2;X3;X4\nTI;${no};Ñáñez;María\n`, 'latin1')
  await choose(page, 'a.csv', file('1100000001'), 'text/csv')
  await expect(page.getByText('Falta decir en qué columna está')).toBeVisible({ timeout: 20_000 })
  const say = async (heading: string, field: string) => page.getByLabel(`Es: ${heading}`).selectOption({ label: field })
  await say('X1', 'Tipo de documento')
  await say('X2', 'Número de documento')
  await say('X3', 'Apellidos')
  await say('X4', 'Nombres')
  await page.getByRole('button', { name: 'Revisar de nuevo' }).first().click()
  await expect(page.getByText('Ñáñez María')).toBeVisible({ timeout: 20_000 })
  await choose(page, 'b.csv', file('1100000002'), 'text/csv')
  await expect(page.getByRole('heading', { level: 1, name: 'b.csv' })).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('4 de 4 columnas reconocidas')).toBeVisible({ timeout: 20_000 })
})

test('what is no list is refused with the reason', async ({ page }) => {
  await choose(page, 'foto.png', Buffer.from('89504e470d0a1a0a', 'hex'), 'image/png')
  await expect(page.getByText('Solo se reciben archivos .xlsx y .csv')).toBeVisible()
  await choose(page, 'formula.xlsx', await workbook([studentHead, [{ formula: '=1+1' }]]))
  await expect(page.getByText('Hay una fórmula en la celda A2.')).toBeVisible({ timeout: 20_000 })
})
