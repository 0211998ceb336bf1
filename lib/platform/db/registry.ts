// Written by scripts/generate-registry.ts from prisma/schema; `npm run check` fails when it is stale.
export type ModelEntry = { tenant: boolean; relations: Record<string, string>; json: readonly string[] }

// biome-ignore format: one model a line
export const registry: Record<string, ModelEntry> = {
  AcademicPeriod: { tenant: true, relations: { school: 'School', schoolYear: 'SchoolYear' }, json: [] },
  ApiToken: { tenant: true, relations: { school: 'School', membership: 'SchoolMembership' }, json: ['scopes'] },
  AuditLog: { tenant: true, relations: { school: 'School' }, json: ['before', 'after'] },
  AuthSession: { tenant: false, relations: { user: 'User' }, json: [] },
  Consent: { tenant: true, relations: { school: 'School', text: 'ConsentText', student: 'Student', guardian: 'Guardian', link: 'FamilyLink' }, json: [] },
  ConsentText: { tenant: true, relations: { school: 'School', creator: 'User', consents: 'Consent' }, json: [] },
  DocumentFile: { tenant: true, relations: { school: 'School', document: 'EnrollmentDocument', guardian: 'Guardian' }, json: [] },
  Enrollment: { tenant: true, relations: { school: 'School', student: 'Student', schoolYear: 'SchoolYear', documents: 'EnrollmentDocument' }, json: ['statusHistory', 'simatStatus', 'extraData'] },
  EnrollmentDocument: { tenant: true, relations: { school: 'School', enrollment: 'Enrollment', validator: 'User', acceptedByGuardian: 'Guardian', files: 'DocumentFile' }, json: ['metadata'] },
  FamilyLink: { tenant: true, relations: { school: 'School', guardian: 'Guardian', creator: 'User', consents: 'Consent' }, json: [] },
  Guardian: { tenant: true, relations: { school: 'School', user: 'User', students: 'StudentGuardian', links: 'FamilyLink', consents: 'Consent', acceptedDocuments: 'EnrollmentDocument', files: 'DocumentFile' }, json: [] },
  IdempotencyKey: { tenant: true, relations: { school: 'School' }, json: ['response'] },
  Job: { tenant: true, relations: { school: 'School', creator: 'User', items: 'JobItem' }, json: ['input'] },
  JobItem: { tenant: true, relations: { school: 'School', job: 'Job' }, json: [] },
  OutboxMail: { tenant: true, relations: { school: 'School' }, json: [] },
  PlatformAudit: { tenant: false, relations: {  }, json: ['before', 'after'] },
  PlatformMail: { tenant: false, relations: {  }, json: [] },
  RateLimit: { tenant: false, relations: {  }, json: [] },
  RequiredDocument: { tenant: true, relations: { school: 'School' }, json: ['appliesTo'] },
  School: { tenant: false, relations: { settings: 'SchoolSettings', years: 'SchoolYear', periods: 'AcademicPeriod', memberships: 'SchoolMembership', requirements: 'RequiredDocument', students: 'Student', guardians: 'Guardian', studentGuardians: 'StudentGuardian', enrollments: 'Enrollment', documents: 'EnrollmentDocument', files: 'DocumentFile', familyLinks: 'FamilyLink', consentTexts: 'ConsentText', consents: 'Consent', auditLog: 'AuditLog', apiTokens: 'ApiToken', idempotencyKeys: 'IdempotencyKey', outboxMails: 'OutboxMail', jobs: 'Job', jobItems: 'JobItem' }, json: [] },
  SchoolMembership: { tenant: true, relations: { school: 'School', user: 'User', apiTokens: 'ApiToken' }, json: ['roles'] },
  SchoolSettings: { tenant: true, relations: { school: 'School' }, json: ['simatSettings', 'brandingSettings', 'securitySettings'] },
  SchoolYear: { tenant: true, relations: { school: 'School', periods: 'AcademicPeriod', enrollments: 'Enrollment' }, json: [] },
  Student: { tenant: true, relations: { school: 'School', user: 'User', guardians: 'StudentGuardian', enrollments: 'Enrollment', consents: 'Consent' }, json: ['extraData', 'piarData'] },
  StudentGuardian: { tenant: true, relations: { school: 'School', student: 'Student', guardian: 'Guardian' }, json: [] },
  User: { tenant: false, relations: { credential: 'UserCredential', sessions: 'AuthSession', tokens: 'UserToken', memberships: 'SchoolMembership', students: 'Student', guardians: 'Guardian', validatedDocuments: 'EnrollmentDocument', createdLinks: 'FamilyLink', consentTexts: 'ConsentText', jobs: 'Job' }, json: [] },
  UserCredential: { tenant: false, relations: { user: 'User' }, json: [] },
  UserToken: { tenant: false, relations: { user: 'User' }, json: [] },
}
