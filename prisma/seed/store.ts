import { database } from '@/lib/platform/db/client'
import { writeObject } from '@/lib/platform/storage'
import type { DemoObject, SchoolRows } from './rows'

const width = 16

/** Puts the files into the object store, some at a time. */
export async function saveObjects(objects: readonly DemoObject[]): Promise<void> {
  const waiting = [...objects]
  const carry = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await writeObject(next.key, next.bytes, next.contentType)
  }
  await Promise.all(Array.from({ length: width }, carry))
}

const columnOf = (key: string): string => `"${key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`

/**
 * Thousands of rows in one statement per set of columns; what a row leaves out gets the column's default. Prisma's
 * createMany takes ten times as long, and the demo is what everybody waits for at the first start.
 */
export async function insert(table: string, rows: readonly object[]): Promise<void> {
  const alike = Map.groupBy(rows, (row) => Object.keys(row).sort().join())
  for (const group of alike.values()) {
    const columns = Object.keys(group[0]!).map(columnOf).join(', ')
    const named = group.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [columnOf(key).slice(1, -1), value])),
    )
    await database().pool.query(
      `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(named)],
    )
  }
}

async function nameFiles(documents: SchoolRows['documents']): Promise<void> {
  const named = documents.flatMap(({ schoolId, id, fileId }) =>
    fileId ? [{ school_id: schoolId, id, file_id: fileId }] : [],
  )
  await database().pool.query(
    `update enrollment_documents d set file_id = f.file_id
       from json_populate_recordset(null::enrollment_documents, $1) f
      where d.school_id = f.school_id and d.id = f.id`,
    [JSON.stringify(named)],
  )
}

const tables: Record<keyof Omit<SchoolRows, 'objects'>, string> = {
  students: 'students',
  guardians: 'guardians',
  studentGuardians: 'student_guardians',
  familyLinks: 'family_links',
  enrollments: 'enrollments',
  documents: 'enrollment_documents',
  files: 'document_files',
  consents: 'consents',
  audit: 'audit_log',
  mails: 'outbox_mails',
  academicAreas: 'academic_areas',
  subjects: 'subject_catalog',
  studyPlans: 'study_plans',
  studyPlanItems: 'study_plan_items',
  gradeHours: 'grade_hours',
  classGroups: 'class_groups',
  courseOfferings: 'course_offerings',
  teacherAssignments: 'teacher_assignments',
  timetableSlots: 'timetable_slots',
  calendarDays: 'calendar_days',
  placements: 'group_placements',
  courseEnrollments: 'course_enrollments',
  evaluationRules: 'evaluation_rules',
  periodEvents: 'period_events',
  periodCourses: 'period_courses',
  evaluationActivities: 'evaluation_activities',
  activityScores: 'activity_scores',
  courseResults: 'course_results',
  courseComments: 'course_comments',
}

/** Stores a school's rows in the order of their keys, and its files beside. */
export async function saveRows(rows: SchoolRows): Promise<void> {
  // A document names its file and the file its document: the document comes first, and learns of its file afterwards.
  const stored = { ...rows, documents: rows.documents.map((document) => ({ ...document, fileId: null })) }
  const save = async () => {
    for (const [name, table] of Object.entries(tables)) await insert(table, stored[name as keyof typeof tables])
    await nameFiles(rows.documents)
  }
  await Promise.all([save(), saveObjects(rows.objects)])
}
