import { randomInt } from 'node:crypto'
import { defaultRules } from '@/lib/domain/evaluation/rules'
import type { Operation } from '@/lib/platform/operation'
import { dayOf } from '@/lib/shared/dates'
import { unique } from './ids'
import { somebody } from './person'
import { inputSchema, putId, sampleOf } from './sample'
import type { Subject } from './subject'

type Sample = (own: Subject, path: string) => Record<string, unknown>

const underWay: Sample = (own) => ({ rolloverId: own.runningRolloverId })
const beingUndone: Sample = (own) => ({ rolloverId: own.undoingRolloverId })

/**
 * What a valid input of an operation needs beyond its schema, with the caller's own records. A value of `null` takes
 * the field away. An operation whose sample is not accepted fails its test: then it gets a line here.
 */
export const samples: Record<string, Sample> = {
  'academics.changePlanStatus': () => ({ status: 'approved' }),
  'academics.checkImport': (own, path) => sheet(own, path),
  'academics.createGroup': (own, path) => (path === 'studyPlanId' ? { schoolYearId: own.yearId } : {}),
  'academics.exportGroups': (own) => ({ schoolYearId: own.yearId }),
  'academics.exportPlans': (own) => ({ schoolYearId: own.yearId }),
  'academics.generateCourses': (own) => ({ schoolYearId: own.yearId }),
  'academics.importStructure': (own, path) => sheet(own, path),
  'academics.orderAreas': (own) => ({ areaIds: own.everyAreaId?.split(' ') }),
  'academics.saveGrade': () => ({ version: 0 }),
  'attendance.confirmExcuseFile': (own) => ({ fileId: own.excuseFileId }),
  'attendance.createExcuse': (own, path) => ({
    ...schoolDay,
    validTo: schoolDay.validFrom,
    ...(path === 'fileId' ? { fileId: own.excuseFileId } : {}),
  }),
  'attendance.decideExcuse': () => ({ decision: 'accepted' }),
  'attendance.exportMonth': () => ({ month: '2026-03' }),
  'attendance.exportSummary': () => ({ from: '2026-03-01', to: '2026-03-31' }),
  'attendance.mark': () => ({ ...rollCall, status: 'absent', version: 0, reason: 'Por una prueba' }),
  'attendance.month': () => ({ month: '2026-03' }),
  'attendance.requestCorrection': () => ({ wantedStatus: 'late' }),
  'attendance.roll': () => rollCall,
  'attendance.summary': () => ({ from: '2026-03-01', to: '2026-03-31' }),
  'attendance.take': () => ({ ...rollCall, day: '2026-03-05' }),
  'audit.ofRecord': () => ({ entity: 'student' }),
  'closing.computeGroup': (own) => ({ periodId: own.cardPeriodId, classGroupId: own.cardGroupId }),
  'courses.add': (own) => ({ classGroupId: own.fifthGroupId, weeklyHours: 2 }),
  'courses.assign': (own) => ({ teacherId: own.rectorId, role: 'main', validTo: null, ...today }),
  'courses.assignMany': (own) => ({
    assignments: [{ courseOfferingId: own.courseOfferingId, teacherId: own.rectorId }],
    ...today,
  }),
  'courses.endAssignment': () => ({ validTo: today.validFrom }),
  'courses.update': () => ({ weeklyHours: 2, areaWeight: 50, position: 10, isActive: true }),
  'documents.reopen': (own) => ({ documentId: own.validatedDocumentId }),
  'enrollments.enroll': (own, path) =>
    path.startsWith('student.') ? { guardians: [newGuardian] } : { studentId: own.studentId },
  'enrollments.move': (_, path) =>
    path.startsWith('commitment')
      ? { status: 'active', commitment: { dueOn: soon() } }
      : { status: 'withdrawn', reason: 'Por una prueba' },
  'evaluation.activate': (own) => ({ rulesId: own.draftId }),
  'evaluation.createDraft': (_, path) =>
    path === 'rulesId' ? { source: 'version' } : { source: 'default', rulesId: null },
  'evaluation.discardDraft': (own) => ({ rulesId: own.draftId }),
  'evaluation.planRecovery': (own) => ({ academicPeriodId: own.academicPeriodId }),
  'evaluation.recordRecovery': () => ({ score: '3', heldOn: today.validFrom }),
  'evaluation.saveDraft': (own) => ({ rulesId: own.draftId, rules: defaultRules() }),
  'gradebook.createActivity': () => ({ weight: '20' }),
  'gradebook.giveBack': (own) => ({ courseId: own.quietCourseId, periodId: own.secondPeriodId }),
  'gradebook.handIn': (own) => ({ periodId: own.secondPeriodId }),
  'gradebook.orderActivities': (own) => ({ courseId: own.quietCourseId, ids: [own.quietActivityId] }),
  'gradebook.saveAchievements': (own) => ({
    items: [{ achievementId: own.achievementId, version: 1, text: 'Compara y ordena fracciones.' }],
  }),
  'gradebook.saveCategories': (own) => ({ categories: [{ categoryId: own.categoryId, name: 'Ser', weight: '100' }] }),
  'gradebook.saveComment': () => ({ version: 0 }),
  'gradebook.saveObservation': () => ({ version: 0 }),
  'gradebook.saveScores': (own) => ({
    cells: [
      { activityId: own.scoredActivityId, enrollmentId: own.enrollmentId, status: 'scored', score: '4.5', version: 1 },
    ],
  }),
  'gradebook.scoreHistory': (own) => ({ activityId: own.scoredActivityId }),
  'guardians.link': (own) => ({ guardianId: own.guardianId, guardian: null }),
  'imports.begin': (own) => ({ importId: own.expectedImportId }),
  'imports.clear': (own) => ({ importId: own.oldImportId }),
  'imports.failures': (own) => ({ importId: own.failingImportId }),
  'imports.finish': (own) => ({ importId: own.writtenImportId }),
  'imports.finishUndo': (own) => ({ importId: own.undoneImportId }),
  'filters.list': () => ({ list: 'students' }),
  'filters.save': () => ({ list: 'students', name: unique(), query: 'gradeLevel=6' }),
  'imports.offer': (own, path) => ({
    ...scoresOrStudents(own, path),
    ...{ fileName: 'lista.csv', contentType: 'text/csv', size: 10 },
  }),
  'imports.repair': (own) => ({ rows: [{ rowId: own.rowId, cells: { 3: 'Xiomara' } }] }),
  'imports.stage': (own) => ({ importId: own.readingImportId }),
  'imports.template': (own, path) => {
    const { kind, target } = scoresOrStudents(own, path)
    return kind === 'scores' ? { kind, ...target } : { kind, courseId: null, periodId: null }
  },
  'imports.undo': (own) => ({ importId: own.doneImportId }),
  'imports.undoPart': (own) => ({ importId: own.undoingImportId }),
  'imports.write': (own) => ({ importId: own.runningImportId, scope: 'good', from: 0 }),
  'merges.compare': () => ({ entity: 'student' }),
  'merges.list': (own, path) => (path === '' ? {} : { keptId: own.keptId }),
  'merges.merge': () => ({ entity: 'student', keptVersion: 1, lostVersion: 1 }),
  'meetings.create': (own) => ({ schoolYearId: own.yearId, heldOn: '2026-11-20' }),
  'meetings.decidePromotion': (own) => ({
    enrollmentId: own.meetingEnrollmentId,
    version: null,
    status: 'not_promoted',
    reason: 'Por una prueba',
  }),
  'meetings.export': (own) => ({ schoolYearId: own.yearId }),
  'meetings.list': (own) => ({ schoolYearId: own.yearId }),
  'meetings.remove': (own) => ({ meetingId: own.emptyMeetingId }),
  'meetings.saveMembers': (own) => ({
    members: [{ userId: own.rectorId, name: 'Rosa Prueba', role: 'Rectoría', present: true }],
  }),
  'meetings.sign': (own) => ({ meetingId: own.heldMeetingId }),
  'meetings.update': () => ({ heldOn: '2026-11-19' }),
  'placements.end': () => ({ validTo: today.validFrom }),
  'placements.move': (own) => ({ classGroupId: own.fifthGroupId, ...today }),
  'placements.place': (own) => ({
    classGroupId: own.fifthGroupId,
    enrollmentIds: [own.unplacedEnrollmentId],
    ...today,
  }),
  'papers.confirmSignature': (own) => signer(own),
  'papers.prepareSignature': (own) => signer(own),
  'papers.removeSignature': (own) => signer(own),
  'papers.saveSignature': (own) => signer(own),
  'papers.viewSignature': (own) => signer(own),
  'papers.issue': (own) => ({ enrollmentId: own.cardEnrollmentId }),
  'reportCards.exportGroup': (own) => ({ classGroupId: own.cardGroupId, periodId: own.cardPeriodId }),
  'reportCards.exportOverview': (own, path) =>
    path === '' ? {} : { yearId: own.cardYearId, periodId: own.cardPeriodId },
  'reportCards.issue': (own) => ({ enrollmentId: own.cardlessEnrollmentId, periodId: own.cardPeriodId }),
  'reportCards.issueGroups': (own) => ({
    yearId: own.cardYearId,
    periodId: own.cardPeriodId,
    classGroupIds: [own.cardGroupId],
  }),
  'reportCards.ofGroup': (own) => ({ classGroupId: own.cardGroupId, periodId: own.cardPeriodId }),
  'reportCards.openZip': (own) => ({ fileId: own.zipId }),
  'reportCards.overview': (own, path) => (path === '' ? {} : { yearId: own.cardYearId, periodId: own.cardPeriodId }),
  'reportCards.pack': (own) => ({ yearId: own.cardYearId, periodId: own.cardPeriodId, classGroupId: own.cardGroupId }),
  'reportCards.print': (own) => ({ enrollmentId: own.cardEnrollmentId, periodId: own.cardPeriodId }),
  'reportCards.publish': (own) => ({ yearId: own.cardYearId, periodId: own.cardPeriodId }),
  'reportCards.tellGuardian': () => ({ year: '2026', period: 'Periodo 1' }),
  'requirements.order': (own) => ({ ids: own.requirementIds?.split(' ') ?? [own.ids] }),
  'rollovers.copyStructure': underWay,
  'rollovers.finishRun': underWay,
  'rollovers.finishUndo': beingUndone,
  'rollovers.recordFailure': (own) => ({ rolloverId: own.runningRolloverId, during: 'running' }),
  'rollovers.runPortion': underWay,
  'rollovers.saveException': () => ({ outcome: 'leaves', gradeLevel: null, groupCode: null }),
  'rollovers.savePlan': () => ({ promotion: { undecided: 'waits', pending: 'waits' } }),
  'rollovers.toUndo': beingUndone,
  'rollovers.undo': (own) => ({ rolloverId: own.doneRolloverId }),
  'rollovers.undoPortion': beingUndone,
  'sheets.exportFailing': (own) => ({ schoolYearId: own.yearId, gradeLevel: null }),
  'sheets.exportLevels': (own) => ({ schoolYearId: own.cardYearId, periodId: own.cardPeriodId, gradeLevel: null }),
  'sheets.failing': (own) => ({ schoolYearId: own.yearId, gradeLevel: null }),
  'sheets.levels': (own) => ({ schoolYearId: own.cardYearId, periodId: own.cardPeriodId, gradeLevel: null }),
  // A superadmin may ask for any school's.
  'schools.countFigures': (own) => ({ schoolId: own.schoolId }),
  'schools.exportFigures': (own) => ({ schoolId: own.schoolId }),
  'schools.exportPurges': (own) => ({ schoolId: own.schoolId }),
  'schools.figures': (own) => ({ schoolId: own.schoolId }),
  'schools.purges': (own) => ({ schoolId: own.schoolId }),
  'schools.startSupport': () => ({ minutes: 60 }),
  'timetable.add': () => ({ ...hour, ...today, validTo: null }),
  'timetable.end': () => ({ validTo: today.validFrom }),
  'timetable.move': () => ({ ...hour, ...today }),
  'tokens.create': () => ({ scopes: ['read:students'], lastDay: soon() }),
  'years.changePeriodStatus': () => ({ status: 'closed', acceptsGaps: true }),
  'years.changeStatus': (own) => ({ yearId: own.nextYearId, status: 'archived' }),
  'years.savePeriods': (own) => ({
    periods: [
      { periodId: own.periodId, number: 1, name: 'Uno', startsOn: '2026-01-19', endsOn: '2026-06-12' },
      { periodId: own.secondPeriodId, number: 2, name: 'Dos', startsOn: '2026-07-06', endsOn: '2026-11-27' },
    ],
  }),
  'years.update': () => ({ startsOn: '2026-01-19', endsOn: '2026-11-27' }),
}

/** Only who may sign has a signature. */
const signer = (own: Subject) => ({ membershipId: own.signerIds })
const today = { validFrom: dayOf(new Date()) }
const hour = { weekday: 5, startsMinute: 900, endsMinute: 955 }
const soon = () => new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)

/** A spreadsheet with one row, of groups unless the question is about the plan. */
const sheet = (own: Subject, path: string) =>
  path === 'studyPlanId'
    ? { kind: 'plan', schoolYearId: own.yearId, content: base64('Grado;Área;Asignatura;Horas\n5;Danza;Ballet;2\n') }
    : { kind: 'groups', schoolYearId: own.nextYearId, studyPlanId: null, content: base64('Grado;Grupo\n5;5-Z\n') }
const base64 = (text: string) => Buffer.from(text).toString('base64')

/** A file of scores where the question is about a course, else one of students. */
const scoresOrStudents = (own: Subject, path: string) =>
  /courseId|periodId/.test(path)
    ? { kind: 'scores', target: { courseId: own.courseId, periodId: own.periodId } }
    : { kind: 'students', target: path ? { schoolYearId: own.nextYearId } : {} }

const schoolDay = { validFrom: '2026-03-02' }
const rollCall = { day: '2026-03-04', lesson: 0 }

const newGuardian = {
  relationship: 'mother',
  guardian: { documentType: 'CC', documentNumber: '43998877', firstSurname: 'Prueba', firstName: 'Marta' },
}

/** Own records that are refused all the same, with the reason why that is right. */
export const ownRefusals: Record<string, string> = {
  // Who may correct everything has nobody to ask.
  'attendance.requestCorrection recordId': 'not_allowed_now attendance.refusal.correctDirectly',
  // The school's plan has five hours of the thirty that the grade must reach.
  'academics.changePlanStatus studyPlanId': 'not_allowed_now academics.refusal.hoursShort',
  // The two are enrolled in no year both.
  'merges.merge dropEnrollments[]': 'not_found',
  // A family sees published periods; the one in question is open.
  'evaluation.explain academicPeriodId guardian': 'not_found',
  // There is no SMTP server in these tests.
  'mails.resend mailId': 'not_allowed_now mails.refusal.noServer',
  // Everybody in the school has a password already.
  'papers.confirmSignature membershipId': 'not_allowed_now schools.refusal.noUpload',
  'papers.viewSignature membershipId': 'not_found',
  'people.resendInvitation membershipId': 'not_allowed_now people.refusal.alreadyAccepted',
  'people.resetSecondFactor membershipId': 'not_allowed_now people.refusal.noSecondFactor',
  'people.revokeInvitation membershipId': 'not_allowed_now people.refusal.alreadyAccepted',
}

/**
 * A valid input of the operation with the caller's `own` records; `path` says which id the question is about, and `id`
 * which record to ask for instead of the own one.
 */
export function inputFor(operation: Operation, own: Subject, path: string, id?: string): Record<string, unknown> {
  const schema = inputSchema(operation)
  const idOf = (at: string) => {
    const name = at.replaceAll('[]', '').split('.').at(-1) ?? ''
    const known = own[name]
    if (!known) throw new Error(`${operation.name}: nobody knows what ${at} is; give it a record in subject.ts`)
    return known
  }
  const base = { ...(sampleOf(schema, idOf) as object), ...samples[operation.name]?.(own, path) } as Record<
    string,
    unknown
  >
  for (const [key, value] of Object.entries(base)) if (value === null) delete base[key]
  if (path === '') return renumber(base)
  const name = path.replaceAll('[]', '').split('.').at(-1)!
  const present = JSON.stringify(base).includes(`"${name}":`)
  return renumber(putId(base, schema, path, id ?? (present ? currentId(base, path) : idOf(path)), idOf))
}

/** Each new person is another one, or the second call would find the first one's. */
function renumber<T extends Record<string, unknown>>(tree: T): T {
  for (const [key, value] of Object.entries(tree)) {
    const put = (text: string) => Object.assign(tree, { [key]: text })
    if (key === 'documentNumber') put(String(randomInt(10_000_000, 99_999_999)))
    else if (key === 'firstSurname') put(somebody().firstSurname)
    else if (key === 'firstName') put(somebody().firstName)
    else if (typeof value === 'object' && value !== null) renumber(value as Record<string, unknown>)
  }
  return tree
}

const currentId = (input: Record<string, unknown>, path: string): string => {
  const found = path.split('.').reduce<unknown>((at, step) => {
    const inner = (at as Record<string, unknown> | undefined)?.[step.replace('[]', '')]
    return step.endsWith('[]') ? (inner as unknown[] | undefined)?.[0] : inner
  }, input)
  return String(found)
}
