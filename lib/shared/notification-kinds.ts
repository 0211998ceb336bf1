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
] as const

export type NotificationKind = (typeof notificationKinds)[number]

export const isNotificationKind = (kind: string): kind is NotificationKind =>
  (notificationKinds as readonly string[]).includes(kind)
