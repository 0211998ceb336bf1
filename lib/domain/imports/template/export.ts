import type { z } from 'zod'
import type { CommandCall } from '@/lib/platform/operation'
import { tableFile } from '@/lib/platform/table-file'
import { translator } from '@/lib/platform/translator'
import { columnsOf } from '../kinds/steps'
import type { importTemplateInput } from '../schema'
import { scoreCourse } from '../scores/steps'
import { guardianSlots } from '../students/schema'

type Asked = z.output<typeof importTemplateInput>
type Call = Pick<CommandCall, 'db' | 'ctx' | 'sql'>

/** The columns of the template, in the order in which a person reads: the optional ones that few use stay out. */
const person = ['documentType', 'documentNumber', 'firstSurname', 'secondSurname', 'firstName', 'secondName']
const inTemplate = {
  students: [
    ...person,
    ...['birthDate', 'gender', 'address', 'neighborhood', 'phone', 'eps', 'stratum'],
    ...['grade', 'group', 'shift', 'kind'],
    ...guardianSlots.flatMap((slot) => [...person, 'relationship', 'phone', 'email'].map((name) => `${slot}.${name}`)),
  ],
  users: ['fullName', 'email', 'roles'],
} as const

/** One row that shows how, with the words of the person's language. */
async function exampleOf(locale: string, kind: 'students' | 'users'): Promise<Record<string, string>> {
  const [enrollments, kin, people] = await Promise.all([
    translator(locale, 'enrollments'),
    translator(locale, 'guardians'),
    translator(locale, 'people'),
  ])
  if (kind === 'users') {
    const roles = [people('role.teacher'), people('role.coordinator')].join(', ')
    return { fullName: 'Marta Lucía Gómez', email: 'marta.gomez@ejemplo.edu.co', roles }
  }
  return {
    ...{ documentType: 'TI', documentNumber: '1098765432', birthDate: '05/03/2015', gender: 'F' },
    ...{ firstSurname: 'Ríos', secondSurname: 'Gómez', firstName: 'Sofía', secondName: 'Isabel' },
    ...{ address: 'Calle 10 # 20-30', neighborhood: 'La Floresta', eps: 'Sura', stratum: '3' },
    ...{ grade: '6', shift: enrollments('shift.morning'), kind: enrollments('kind.new') },
    ...{ 'guardian1.documentType': 'CC', 'guardian1.documentNumber': '43567890' },
    ...{ 'guardian1.firstSurname': 'Gómez', 'guardian1.secondSurname': 'Díaz', 'guardian1.firstName': 'Marta' },
    ...{ 'guardian1.relationship': kin('relationship.mother'), 'guardian1.phone': '3001234567' },
    'guardian1.email': 'marta@ejemplo.co',
  }
}

/** What to fill in, in the person's language, with rows that show how and are to be written over. */
export async function templateFile(call: Call, { kind, format, courseId, periodId }: Asked) {
  const { ctx } = call
  const target = kind === 'scores' ? { courseId, periodId } : {}
  const [t, { label }] = await Promise.all([translator(ctx.locale, 'imports'), columnsOf(call, kind, target)])
  const fileName = `${t(`template.${kind}`)}.${format}`
  if (kind === 'scores') {
    // A sheet of scores is filled in for the students who sit there.
    const { activities, students } = await scoreCourse(call, target)
    const titles = [label('name'), ...activities.map(({ title }) => title)]
    const rows = students.filter(({ until }) => !until).map(({ name }) => name)
    const columns = titles.map((title, index) => ({
      title,
      width: index === 0 ? 40 : Math.max(12, title.length + 2),
      read: (name: string) => (index === 0 ? name : ''),
    }))
    return { fileName, ...(await tableFile(columns, rows, format)) }
  }
  const example = await exampleOf(ctx.locale, kind)
  const columns = inTemplate[kind].map((name) => ({
    title: label(name),
    width: Math.max(14, label(name).length + 2),
    read: (row: Record<string, string>) => row[name] ?? '',
  }))
  return { fileName, ...(await tableFile(columns, [example], format)) }
}
