/**
 * What class a table is of, one line each; a table that is not here fails `npm run check`.
 * - tenant: of a school, `school_id` first; distributed by it when the database is.
 * - reference: small and shared; a copy on every node, because keys of tenant tables lead to it.
 * - system: stays on one node; no key of a tenant table leads to it.
 * Rights of the application's role (never `school_id` nor a key, whatever stands here):
 * - write: insert, update, delete · keep: never deleted · once: written once, neither changed nor deleted
 * - a list: never deleted, and only these columns change
 */
export type Rights = 'write' | 'keep' | 'once' | readonly string[]
export type Line = { class: 'tenant' | 'reference' | 'system'; rights: Rights; why?: string }

const tenant = (rights: Rights = 'write'): Line => ({ class: 'tenant', rights })
const reference = (why: string, rights: Rights = 'write'): Line => ({ class: 'reference', rights, why })
const system = (why: string, rights: Rights = 'write'): Line => ({ class: 'system', rights, why })

export const tableLines: Readonly<Record<string, Line>> = {
  // Schools and people
  schools: reference('its address and NIT are unique in the world, which a table spread by school cannot hold'),
  users: reference('a person may work in several schools; every school names people'),
  user_credentials: system('hang on the person'),
  user_second_factors: system('hang on the person'),
  user_recovery_codes: system('hang on the person'),
  auth_sessions: system('hang on the person'),
  user_tokens: system('hang on the person'),
  rate_limits: system('counters of accounts and addresses'),
  platform_audit: system('history of what belongs to no school', 'once'),
  platform_audit_heads: system('end of that history', ['seq', 'hash']),
  platform_mails: system('mails to a person of no school'),
  school_purges: system('outlives the school that it removed', 'keep'),
  catalog_entries: reference('official codes, the same for every school'),
  school_settings: tenant(),
  school_memberships: tenant(),
  api_tokens: tenant(),
  counters: tenant('keep'),
  signing_keys: tenant('keep'),
  catalog_overrides: tenant(),
  support_grants: tenant(['ended_at', 'ended_by', 'end_note']),
  school_figures: tenant(),
  // The machinery of a school
  audit_log: tenant('once'),
  audit_heads: tenant(['seq', 'hash']),
  idempotency_keys: tenant(),
  outbox_mails: tenant(),
  notifications: tenant(),
  saved_filters: tenant(),
  jobs: tenant(),
  job_items: tenant(),
  import_batches: tenant(),
  import_rows: tenant(),
  record_merges: tenant('keep'),
  // Years
  school_years: tenant(),
  academic_periods: tenant(),
  calendar_days: tenant(),
  period_events: tenant('once'),
  period_courses: tenant(),
  // Students, families, enrollment
  students: tenant(),
  guardians: tenant(),
  student_guardians: tenant(),
  family_links: tenant(),
  consent_texts: tenant('once'),
  // What was accepted stays as it was; a merge of two records of one child hangs it on the one that stays.
  consents: tenant(['student_id', 'guardian_id']),
  required_documents: tenant(),
  enrollments: tenant(),
  enrollment_documents: tenant(),
  document_files: tenant(),
  stored_files: tenant(),
  // From one year to the next
  rollovers: tenant('keep'),
  rollover_students: tenant(),
  // Structure
  academic_areas: tenant(),
  subject_catalog: tenant(),
  study_plans: tenant(),
  study_plan_items: tenant(),
  grade_hours: tenant(),
  class_groups: tenant(),
  group_placements: tenant(),
  course_offerings: tenant(),
  teacher_assignments: tenant(),
  course_enrollments: tenant(),
  timetable_slots: tenant(),
  // Evaluation
  evaluation_rules: tenant(),
  evaluation_categories: tenant(),
  evaluation_activities: tenant(),
  activity_files: tenant(),
  activity_scores: tenant('keep'),
  activity_score_history: tenant('once'),
  recoveries: tenant('keep'),
  comment_phrases: tenant(),
  course_achievements: tenant(),
  course_comments: tenant(),
  period_observations: tenant(),
  course_results: tenant(),
  evaluation_meetings: tenant(),
  meeting_members: tenant(),
  meeting_decisions: tenant(),
  promotions: tenant('keep'),
  report_cards: tenant(['status', 'reason', 'published_at', 'file_id', 'created_by']),
  // Attendance
  attendance_lists: tenant('keep'),
  attendance_records: tenant('keep'),
  attendance_history: tenant('once'),
  attendance_corrections: tenant('keep'),
  absence_excuses: tenant('keep'),
  // Communications
  communications: tenant(),
  communication_recipients: tenant(),
  communication_files: tenant(),
  // Convivencia and inclusion
  discipline_cases: tenant('keep'),
  discipline_parties: tenant('keep'),
  discipline_events: tenant('once'),
  observer_entries: tenant(['student_id']),
  piar_plans: tenant('keep'),
  piar_health: tenant('keep'),
  piar_adjustments: tenant(),
  piar_signatures: tenant('once'),
  piar_follow_ups: tenant('once'),
  // Papers
  simat_snapshots: tenant('once'),
  issued_documents: tenant(['student_id', 'status', 'status_reason', 'status_at', 'file_id', 'version']),
}

export const tablesOf = (wanted: Line['class']): string[] =>
  Object.entries(tableLines)
    .filter(([, line]) => line.class === wanted)
    .map(([name]) => name)
    .sort()

/** Written once: the application can neither change nor delete their rows. */
export const appendOnly: string[] = Object.entries(tableLines)
  .filter(([, { rights }]) => rights === 'once')
  .map(([name]) => name)
  .sort()

/** Tables that Prisma or the queue brings along. */
export const foreignTables: Readonly<Record<string, string>> = { _prisma_migrations: "Prisma's own" }
