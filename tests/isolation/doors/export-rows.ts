import type { Door } from './rows'

/** The files of lists, each for those who may see the list. */
export const exportHandlers: Record<string, Door> = {
  '/[school]/academics/courses/export': { opens: 'courses.export', queries: ['?yearId={yearId}&format=csv'] },
  '/[school]/academics/groups/[groupId]/export': { opens: 'placements.exportGroup', queries: ['?format=csv'] },
  '/[school]/academics/groups/export/[schoolYearId]': { opens: 'academics.exportGroups', queries: ['?format=csv'] },
  '/[school]/academics/plans/export/[schoolYearId]': { opens: 'academics.exportPlans' },
  '/[school]/academics/subjects/export': { opens: 'academics.exportSubjects' },
  '/[school]/academics/timetable/export': {
    opens: 'timetable.export',
    queries: ['?classGroupId={classGroupId}', '?teacherId={teacherId}'],
  },
  '/[school]/attendance/[groupId]/month/file': {
    opens: 'attendance.exportMonth',
    queries: ['?month=2026-03&format=csv'],
  },
  '/[school]/attendance/corrections/export': {
    opens: 'attendance.exportCorrections',
    queries: ['?status=approved&format=csv'],
  },
  '/[school]/attendance/excuses/export': {
    opens: 'attendance.exportExcuses',
    queries: ['?status=accepted&format=csv'],
  },
  '/[school]/attendance/report/export': {
    opens: 'attendance.exportSummary',
    queries: ['?by=subject&classGroupId={classGroupId}'],
  },
  '/[school]/enrollments/export': { opens: 'enrollments.export', queries: ['?format=csv', '?q=e'] },
  '/[school]/gradebook/[courseId]/recoveries/export': {
    opens: 'evaluation.exportRecoveries',
    queries: ['?academicPeriodId={periodId}'],
  },
  '/[school]/guardians/export': { opens: 'guardians.export', queries: ['?q=e&format=csv'] },
  '/[school]/imports/export': { opens: 'imports.export', queries: ['?format=csv'] },
  '/[school]/meetings/export': { opens: 'meetings.export', queries: ['?format=csv'] },
  '/[school]/papers/export': { opens: 'papers.export', queries: ['?studentId={studentId}&format=csv'] },
  '/[school]/report-cards/export': {
    opens: 'reportCards.exportOverview',
    queries: ['?periodId={cardPeriodId}', '?yearId={cardYearId}&final=true'],
  },
  '/[school]/report-cards/groups/[classGroupId]/export': {
    opens: 'reportCards.exportGroup',
    queries: ['?periodId={periodId}'],
  },
  '/[school]/review/export': { opens: 'documents.exportQueue', queries: ['?format=csv'] },
  '/[school]/rollover/[rolloverId]/export': { opens: 'rollovers.exportStudents', queries: ['?q=e&format=csv'] },
  '/[school]/settings/audit/export': { opens: 'audit.export', queries: ['?kind=read'] },
  '/[school]/settings/jobs/export': { opens: 'jobs.export', queries: ['?format=csv'] },
  '/[school]/settings/mails/export': { opens: 'mails.export', queries: ['?format=csv'] },
  '/[school]/settings/people/export': { opens: 'people.export', queries: ['?format=csv&role=teacher'] },
  '/[school]/settings/requirements/export': { opens: 'requirements.export', queries: ['?format=csv'] },
  '/[school]/sheets/[classGroupId]/export': { opens: 'sheets.exportGroup' },
  '/[school]/sheets/failing/export': { opens: 'sheets.exportFailing', queries: ['?count=subjects'] },
  '/[school]/sheets/levels/export': { opens: 'sheets.exportLevels', queries: ['?by=group'] },
  '/[school]/students/export': { opens: 'students.export', queries: ['?format=csv', '?q=e'] },
}
