/** What people of a school are told. */
export const notificationKinds = [
  'documentsArrived',
  'correctionAsked',
  'correctionDecided',
  'excuseAsked',
  'courseAssigned',
  'courseReturned',
  'periodChanged',
  'meetingCalled',
  'rolesChanged',
  'jobDone',
  'jobFailed',
  'supportVisit',
] as const

export type NotificationKind = (typeof notificationKinds)[number]

/** Mailed to everybody whom they concern, whatever was chosen. */
export const alwaysMailed: readonly NotificationKind[] = ['supportVisit']

export const isNotificationKind = (kind: string): kind is NotificationKind =>
  (notificationKinds as readonly string[]).includes(kind)
