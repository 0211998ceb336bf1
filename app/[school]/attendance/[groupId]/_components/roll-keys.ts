import type { OutboxKind } from '@/components/offline/use-outbox'

/** Changes of all lists wait in one queue; the newest of a student in a list counts. */
export const attendanceOutbox: OutboxKind = {
  name: 'attendance',
  rebase: (body, answer) => ({ ...(body as object), version: (answer as { version?: number }).version ?? 0 }),
}

export type ListPlace = { classGroupId: string; day: string; lesson: number }

const listKey = ({ classGroupId, day, lesson }: ListPlace): string => `${classGroupId}:${day}:${lesson}`

export const takeKey = (place: ListPlace): string => `take:${listKey(place)}`
export const markPrefix = (place: ListPlace): string => `mark:${listKey(place)}:`
