import { ofList, tableExport } from '@/lib/platform/table-export'
import { tableWords } from '@/lib/platform/table-words'
import { translator } from '@/lib/platform/translator'
import { listCourses } from './queries'
import type { AssignmentRole, CourseRow } from './schema'

const teaching = ({ teachers }: CourseRow, isWanted: (role: AssignmentRole) => boolean) =>
  teachers.flatMap(({ role, name }) => (isWanted(role) && name ? [name] : [])).join(', ')

export const exportCourses = tableExport({
  name: 'courses.export',
  action: 'course.export',
  ...ofList(listCourses, async (locale) => {
    const [t, { grade }] = await Promise.all([translator(locale, 'courses'), tableWords(locale)])
    return {
      name: t('fileName'),
      columns: [
        { title: t('grade'), read: ({ gradeLevel }) => grade(gradeLevel), width: 14 },
        { title: t('group'), read: ({ groupCode }) => groupCode, width: 10 },
        { title: t('area'), read: ({ area }) => area, width: 30 },
        { title: t('subject'), read: ({ subject }) => subject, width: 30 },
        { title: t('teacher'), read: (course) => teaching(course, (role) => role === 'main'), width: 36 },
        { title: t('otherTeachers'), read: (course) => teaching(course, (role) => role !== 'main'), width: 36 },
        { title: t('weeklyHours'), read: ({ weeklyHours }) => Number(weeklyHours), width: 12 },
        { title: t('students'), read: ({ students }) => students, width: 12 },
      ],
    }
  }),
})
