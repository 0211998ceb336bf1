import '../support/running-env'
import { expect, type Page } from '@playwright/test'
import { test } from '../support/browser'
import { addFamilyLink } from '../support/context'
import { addEnrollment } from '../support/enrollment'
import { addGuardian, addStudent } from '../support/family'
import { putFile } from '../support/files'
import { signIn, signInAs } from '../support/login'
import { addUser, testSchool } from '../support/school'

test.describe.configure({ timeout: 120_000 })

const nothing = '01890000-0000-7000-8000-000000000000'

/** Status and title of an address, as a browser gets them. */
async function answerOf(page: Page, path: string): Promise<[string, number | undefined, string]> {
  const answer = await page.goto(path)
  await expect(page.getByRole('heading', { name: 'Esta página no existe' })).toBeVisible()
  await expect(page).toHaveTitle(/\S/)
  return [path, answer?.status(), await page.title()]
}

test('a record that is not there, or another school’s, answers 404 with the same title', async ({ page, context }) => {
  const [own, other] = [await testSchool(), await testSchool()]
  const foreign = await addEnrollment(other)
  const guardian = await addGuardian(other, { of: [foreign.studentId] })
  await signInAs(context, own, 'rector')
  const places: [string, string][] = [
    ['students/*', foreign.studentId],
    ['students/*/edit', foreign.studentId],
    ['guardians/*', guardian.id],
    ['guardians/*/edit', guardian.id],
    ['enrollments/*', foreign.id],
    ['enrollments/new?studentId=*', foreign.studentId],
    ['settings/years/*', other.yearId],
    ['settings/people/*', other.members.rector.membershipId],
    ['settings/requirements/*', other.requirements.birth_certificate!],
    ['settings/jobs/*', other.id],
    ['settings/mails/*', other.id],
  ]
  for (const [place, id] of places) {
    const [, status, title] = await answerOf(page, `/${own.slug}/${place.replace('*', nothing)}`)
    const path = `/${own.slug}/${place.replace('*', id)}`
    expect([place, status]).toEqual([place, 404])
    expect(await answerOf(page, path)).toEqual([path, 404, title])
  }
  const [, , nowhere] = await answerOf(page, '/no-hay-tal-colegio')
  expect(await answerOf(page, `/${other.slug}`)).toEqual([`/${other.slug}`, 404, nowhere])
})

test('what a role may not open answers 404, also where a list would show its skeleton first', async ({
  page,
  context,
}) => {
  const school = await testSchool()
  await signInAs(context, school, 'teacher')
  for (const path of ['enrollments', 'enrollments/new', 'review', 'students/new', 'settings/people', 'settings/audit'])
    expect((await answerOf(page, `/${school.slug}/${path}`))[1]).toBe(404)
  expect((await answerOf(page, '/admin'))[1]).toBe(404)
  await signIn(context, (await addUser({ isSuperadmin: true })).userId)
  for (const path of [`schools/${nothing}`, `mails/${nothing}`])
    expect((await answerOf(page, `/admin/${path}`))[1]).toBe(404)
})

const long = {
  school: 'Institución Educativa Departamental Técnica Agropecuaria Nuestra Señora del Perpetuo Socorro de Ubaté',
  surname: 'Fernández de Castro y Montenegro',
  given: 'María de los Ángeles Guadalupe',
  email: 'maria-de-los-angeles-guadalupe-fernandez-de-castro-y-montenegro@correo.secretaria-de-educacion.example.com',
}

test('no page scrolls sideways on a phone, however long the names are', async ({ page, context }) => {
  const school = await testSchool({ name: long.school })
  const { userId } = await addUser({ fullName: `${long.given} ${long.surname}`, isSuperadmin: true })
  await signInAs(context, school, 'rector')
  const names = {
    firstSurname: long.surname,
    secondSurname: long.surname,
    firstName: long.given,
    secondName: long.given,
  }
  const student = await addStudent(school, names)
  const guardian = await addGuardian(school, { ...names, email: long.email, of: [student.id] })
  const { id, documents } = await addEnrollment(school, {
    studentId: student.id,
    status: 'in_review',
    documents: { identity_document: 'rejected' },
  })
  await putFile(school, documents.birth_certificate!.id, { kind: 'png', guardianId: guardian.id })
  const { token } = await addFamilyLink(school, guardian.id)
  await page.setViewportSize({ width: 390, height: 844 })
  const fits = async (path: string) => {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect
      .poll(async () => [path, await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)])
      .toEqual([path, 0])
  }
  const inSchool = [
    '',
    '/students',
    '/students/new',
    `/students/${student.id}`,
    ...['family', 'enrollments', 'documents', 'history'].map((tab) => `/students/${student.id}?tab=${tab}`),
    `/students/${student.id}/edit`,
    `/guardians/${guardian.id}`,
    `/guardians/${guardian.id}/edit`,
    '/enrollments',
    `/enrollments/${id}`,
    `/enrollments/${id}?opened=1`,
    `/enrollments/new?studentId=${student.id}`,
    '/enrollments/new',
    '/review',
    `/review?document=${documents.birth_certificate!.id}`,
    '/settings/audit',
    '/settings/people',
  ]
  for (const path of inSchool) await fits(`/${school.slug}${path}`)
  await fits('/account')
  await fits(`/f#${token}`)
  await signIn(context, userId)
  const ofSchool = [`/schools/${school.id}`, `/schools/${school.id}/life`, `/support/${school.slug}`]
  for (const path of ['', ...ofSchool, '/mails', '/operations', '/figures', '/removed']) await fits(`/admin${path}`)
})
