import { DatabaseError } from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { ownerClient } from '../support/rows'
import { addSchoolLife } from '../support/school-life/life'
import { wholeSchool } from '../support/whole-school'

let schoolId: string

beforeAll(async () => {
  const school = await wholeSchool()
  schoolId = school.id
  await addSchoolLife(school)
})

/** What the database says to a change of the school's rows; nothing is kept of it. */
async function refusalOf(statement: string): Promise<string> {
  const client = await ownerClient()
  await client.query('begin')
  try {
    const { rowCount } = await client.query(statement.replaceAll('$school', `'${schoolId}'`))
    return `done ${rowCount}`
  } catch (error) {
    if (error instanceof DatabaseError) return error.constraint ?? error.message
    throw error
  } finally {
    await client.query('rollback')
  }
}

const change = (table: string, to: string) => `update ${table} set ${to} where school_id = $school`
/** The school's rows once more under other ids, with some columns of their own. */
const again = (table: string, columns: string, values: string) =>
  `insert into ${table} (school_id, id, ${columns}) select school_id, gen_random_uuid(), ${values} from ${table} where school_id = $school`

describe('the database refuses', () => {
  it.each([
    ['a weight above 100', change('evaluation_activities', 'weight = 100.5'), 'chk_evaluation_activities_weight'],
    ['a weight below 0', change('evaluation_categories', 'weight = -1'), 'chk_evaluation_categories_weight'],
    ['an area weight above 100', change('study_plan_items', 'area_weight = 101'), 'chk_study_plan_items_area_weight'],
    ['hours that no week has', change('course_offerings', 'weekly_hours = 61'), 'chk_course_offerings_hours'],
    ['a score above the scale', change('activity_scores', 'score = 5.1'), 'chk_activity_scores_score'],
    ['a score below 0', change('activity_scores', 'score = -0.1'), 'chk_activity_scores_score'],
    [
      'a score of what was not handed in',
      change('activity_scores', `status = 'not_submitted'`),
      'chk_activity_scores_value',
    ],
    ['no score where there is one', change('activity_scores', 'score = null'), 'chk_activity_scores_value'],
    ['a recovery above the scale', change('recoveries', 'score = 7'), 'chk_recoveries_scores'],
    ['a recovery done without a mark', change('recoveries', `status = 'done'`), 'chk_recoveries_done'],
    ['a result above the scale', change('course_results', 'value = 6'), 'chk_course_results_value'],
    [
      'an assignment that ends before it begins',
      change('teacher_assignments', `valid_to = valid_from - 1`),
      'chk_teacher_assignments_dates',
    ],
    [
      'an open assignment of nobody',
      change('teacher_assignments', 'teacher_id = null'),
      'chk_teacher_assignments_teacher',
    ],
    [
      'a placement that ends before it begins',
      change('group_placements', `valid_to = valid_from - 1`),
      'chk_group_placements_dates',
    ],
    [
      'an excuse that ends before it begins',
      change('absence_excuses', `valid_to = valid_from - 1`),
      'chk_absence_excuses_dates',
    ],
    [
      'a lesson that ends before it begins',
      change('timetable_slots', 'ends_minute = starts_minute'),
      'chk_timetable_slots_time',
    ],
    ['an eighth day of the week', change('timetable_slots', 'weekday = 8'), 'chk_timetable_slots_time'],
    [
      'an unknown mark of the roll call',
      change('attendance_records', `status = 'asleep'`),
      'chk_attendance_records_status',
    ],
    ['minutes late of who was there', change('attendance_records', 'minutes_late = 5'), 'chk_attendance_records_late'],
    ['a fourth type of situation', change('discipline_cases', `type = 'IV'`), 'chk_discipline_cases_type'],
    [
      'an annulment of nothing',
      again(
        'observer_entries',
        'student_id, school_year_id, kind, text, occurred_at',
        `student_id, school_year_id, 'annulment', 'x', now()`,
      ),
      'chk_observer_entries_annuls',
    ],
    [
      'a reopened period without a reason',
      again('period_events', 'academic_period_id, from_status, to_status', `academic_period_id, 'closed', 'open'`),
      'chk_period_events_reopened',
    ],
    ['a communication sent at no time', change('communications', `status = 'sent'`), 'chk_communications_sent'],
    [
      'an annulled paper without a reason',
      change('issued_documents', `status = 'annulled'`),
      'chk_issued_documents_reason',
    ],
    ['a tenth compulsory area', change('academic_areas', 'legal_code = 10'), 'chk_academic_areas_legal_code'],
    ['a group for nobody', change('class_groups', 'capacity = 0'), 'chk_class_groups_capacity'],
    [
      'a report card of a period without one',
      change('report_cards', 'academic_period_id = null'),
      'chk_report_cards_period',
    ],
    ['items that are no list', change('report_cards', `items = '{}'`), 'chk_report_cards_items'],
    ['a fourth trimester of a PIAR', change('piar_adjustments', 'term = 4'), 'chk_piar_adjustments_term'],
    ['an address with capitals', `update users set email = upper(email)`, 'chk_users_email'],
  ])('%s', async (_, statement, constraint) => {
    expect(await refusalOf(statement)).toBe(constraint)
  })

  it.each([
    [
      'score of a student in an activity',
      again(
        'activity_scores',
        'activity_id, enrollment_id, status, score',
        'activity_id, enrollment_id, status, score',
      ),
      'uq_activity_scores_student',
    ],
    [
      'mark of a student in a roll call',
      again('attendance_records', 'list_id, enrollment_id, day', 'list_id, enrollment_id, day'),
      'uq_attendance_records_student',
    ],
    [
      'roll call of a lesson',
      again('attendance_lists', 'class_group_id, day, lesson', 'class_group_id, day, lesson'),
      'uq_attendance_lists_lesson',
    ],
    [
      'group of the same name in a grade',
      again('class_groups', 'school_year_id, grade_level, code', 'school_year_id, grade_level, code'),
      'uq_class_groups_code',
    ],
    [
      'open place of a student in a group',
      again(
        'group_placements',
        'class_group_id, enrollment_id, valid_from',
        'class_group_id, enrollment_id, valid_from',
      ),
      'uq_group_placements_open',
    ],
    [
      'open main teacher of a course',
      again(
        'teacher_assignments',
        'course_offering_id, teacher_id, valid_from',
        'course_offering_id, teacher_id, valid_from',
      ),
      'uq_teacher_assignments_main',
    ],
    [
      'open place of a student in a course',
      again(
        'course_enrollments',
        'course_offering_id, enrollment_id, valid_from',
        'course_offering_id, enrollment_id, valid_from',
      ),
      'uq_course_enrollments_open',
    ],
    [
      'active rules of a year',
      again('evaluation_rules', 'school_year_id, number, sha256, status', `school_year_id, 2, sha256, 'active'`),
      'uq_evaluation_rules_active',
    ],
    [
      'promotion of an enrollment',
      again('promotions', 'enrollment_id, status', 'enrollment_id, status'),
      'uq_promotions_enrollment',
    ],
    [
      'report card with the same number',
      again('report_cards', 'enrollment_id, academic_period_id, sha256', 'enrollment_id, academic_period_id, sha256'),
      'uq_report_cards_number',
    ],
    [
      'paper with the same number',
      again('issued_documents', 'kind, series, number, code, content_hash', `kind, series, number, 'x', 'x'`),
      'uq_issued_documents_number',
    ],
    ['key that signs', again('signing_keys', 'public_key', 'public_key'), 'uq_signing_keys_active'],
  ])('a second %s', async (_, statement, constraint) => {
    expect(await refusalOf(statement)).toBe(constraint)
  })

  it('nothing of what is right', async () => {
    expect(await refusalOf(change('activity_scores', `status = 'excused', score = null`))).toBe('done 1')
    expect(await refusalOf(change('activity_scores', 'score = 9.5, scale_max = 10'))).toBe('done 1')
    expect(await refusalOf(change('attendance_records', `status = 'late', minutes_late = 5`))).toBe('done 1')
    expect(await refusalOf(change('teacher_assignments', `teacher_id = null, valid_to = valid_from`))).toBe('done 1')
  })
})

it('an address is found by its index', async () => {
  const client = await ownerClient()
  await client.query('begin')
  await client.query(
    `insert into users (id, email, full_name) select gen_random_uuid(), 'p' || n || '@example.com', 'P' from generate_series(1, 5000) n`,
  )
  await client.query('analyze users')
  const { rows } = await client.query(`explain select id from users where email = 'p77@example.com' and is_active`)
  await client.query('rollback')
  expect(JSON.stringify(rows)).toContain('Index Scan using uq_users_email')
})
