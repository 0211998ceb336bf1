import '../support/running-env'
import { expect, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db/client'
import { expectAccessible } from '../support/accessible'
import { test } from '../support/browser'
import { signIn } from '../support/login'

test.describe.configure({ timeout: 240_000 })
test.use({ actionTimeout: 20_000 })

const slug = 'nuevo-farallon'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const next = async (page: Page, heading: string) => {
  await press(page, 'Guardar y seguir')
  await expect(page.getByRole('heading', { name: heading })).toBeVisible()
}

/** The demo's second school with its rector, and how many sit in each of its years. */
async function demo() {
  const { prisma } = database()
  const school = await prisma.school.findFirstOrThrow({ where: { slug } })
  const rector = await prisma.user.findFirstOrThrow({ where: { email: `rector@${slug}.example.com` } })
  const years = await prisma.schoolYear.findMany({ where: { schoolId: school.id } })
  const idOf = (status: string) => years.find((year) => year.status === status)!.id
  const count = (schoolYearId: string) => prisma.enrollment.count({ where: { schoolId: school.id, schoolYearId } })
  const leaver = await prisma.enrollment.findFirstOrThrow({
    where: {
      schoolId: school.id,
      schoolYearId: idOf('active'),
      status: 'active',
      gradeLevel: { notIn: ['11'] },
      student: { isActive: true, enrollments: { none: { schoolYearId: idOf('planning') } } },
    },
    include: { student: true },
  })
  return { rector, next: idOf('planning'), count, leaver }
}

test('the demo school goes on to the next year, with a test run before and back again after', async ({
  page,
  context,
}) => {
  const { rector, next: nextYear, count, leaver } = await demo()
  const before = await count(nextYear)
  await signIn(context, rector.id)
  await page.goto(`/${slug}/rollover`)
  await press(page, 'Preparar el paso')
  await page.waitForURL(/\/rollover\/[0-9a-f-]{36}/)
  const home = page.url().replace(/\?.*/, '')

  await page.goto(`${home}?step=structure`)
  await expect(page.getByText(/Se agregarían|no hay nada que copiar/)).toBeVisible()
  await next(page, 'Resultado de la promoción')
  await page.getByLabel('Quienes no tienen decisión').selectOption({ label: 'Pasan al grado siguiente' })
  await next(page, 'Grupos de destino')
  await expectAccessible(page)
  await next(page, 'Excepciones')

  await page.goto(`${home}?step=exceptions&q=${encodeURIComponent(leaver.student.fullName)}`)
  await press(page, `Cambiar a ${leaver.student.fullName}`)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Qué pasa con el estudiante').selectOption('leaves')
  await dialog.getByLabel('Motivo').fill('')
  await dialog.getByRole('button', { name: 'Guardar la excepción' }).click()
  await expect(dialog.getByText('Falta este dato.', { exact: true })).toBeVisible()
  await dialog.getByLabel('Motivo').fill('La familia se muda a Pasto')
  await dialog.getByRole('button', { name: 'Guardar la excepción' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('table').getByText('La familia se muda a Pasto')).toBeVisible()

  await page.goto(`${home}?step=run`)
  await expect(page.getByText(/\d+ matrículas nuevas/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Quedan por fuera' })).toBeVisible()
  await expectAccessible(page)
  expect(await count(nextYear)).toBe(before)

  await page.getByRole('button', { name: /Ejecutar el paso de año/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ejecutar' }).click()
  await expect(page.getByText(/en espera de papeles/)).toBeVisible({ timeout: 120_000 })
  await expect(page.getByText('No hay nada por hacer: todo está como dice el plan.')).toBeVisible()
  const after = await count(nextYear)
  expect(after).toBeGreaterThan(before)
  expect(
    await database().prisma.enrollment.count({
      where: { schoolId: leaver.schoolId, schoolYearId: nextYear, studentId: leaver.studentId },
    }),
  ).toBe(0)

  await press(page, 'Deshacer el paso de año')
  await page.getByRole('dialog').getByRole('button', { name: 'Deshacer' }).click()
  await expect(page.getByText('El paso de año quedó deshecho.')).toBeVisible({ timeout: 120_000 })
  expect(await count(nextYear)).toBe(before)
})
