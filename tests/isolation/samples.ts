import type { Subject } from './subject'

type Sample = (own: Subject, path: string) => Record<string, unknown>

/**
 * What a valid input of an operation needs beyond its schema, with the caller's own records. A value of `null` takes
 * the field away. An operation whose sample is not accepted fails its test: then it gets a line here.
 */
export const samples: Record<string, Sample> = {
  'audit.ofRecord': () => ({ entity: 'student' }),
  'documents.reopen': (own) => ({ documentId: own.validatedDocumentId }),
  'enrollments.enroll': (own, path) =>
    path.startsWith('student.') ? { guardians: [newGuardian] } : { studentId: own.studentId },
  'enrollments.move': (_, path) =>
    path.startsWith('commitment')
      ? { status: 'active', commitment: { dueOn: soon() } }
      : { status: 'withdrawn', reason: 'Por una prueba' },
  'guardians.link': (own) => ({ guardianId: own.guardianId, guardian: null }),
  'requirements.order': (own) => ({ ids: own.requirementIds?.split(' ') ?? [own.ids] }),
  'tokens.create': () => ({ scopes: ['read:students'], lastDay: soon() }),
  'years.changePeriodStatus': () => ({ status: 'closed' }),
  'years.changeStatus': (own) => ({ yearId: own.nextYearId, status: 'archived' }),
  'years.savePeriods': (own) => ({
    periods: [
      { periodId: own.periodId, number: 1, name: 'Uno', startsOn: '2026-01-19', endsOn: '2026-06-12' },
      { periodId: own.secondPeriodId, number: 2, name: 'Dos', startsOn: '2026-07-06', endsOn: '2026-11-27' },
    ],
  }),
  'years.update': () => ({ startsOn: '2026-01-19', endsOn: '2026-11-27' }),
}

const soon = () => new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)

const newGuardian = {
  relationship: 'mother',
  guardian: { documentType: 'CC', documentNumber: '43998877', firstSurname: 'Prueba', firstName: 'Marta' },
}

/** Own records that are refused all the same, with the reason why that is right. */
export const ownRefusals: Record<string, string> = {
  // There is no SMTP server in these tests.
  'mails.resend mailId': 'not_allowed_now mails.refusal.noServer',
  // Everybody in the school has a password already.
  'people.resendInvitation membershipId': 'not_allowed_now people.refusal.alreadyAccepted',
}
