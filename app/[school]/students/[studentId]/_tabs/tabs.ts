import type { ReactNode } from 'react'
import type { StudentDetail } from '@/lib/domain/students/schema'
import type { SchoolContext } from '@/lib/platform/context'
import { can } from '@/lib/platform/permissions'
import { attendanceTab } from './attendance'
import { dataTab } from './data'
import { documentsTab } from './documents'
import { enrollmentsTab } from './enrollments'
import { familyTab } from './family'
import { historyTab } from './history'

/** What a tab works with. Its own reads begin at once; the student comes when it comes. */
export type TabGiven = {
  ctx: SchoolContext
  studentId: string
  /** Address of the student's page. */
  path: string
  student: Promise<StudentDetail>
  cursor: string | undefined
  writes: boolean
}

export const tabContents = {
  data: dataTab,
  family: familyTab,
  enrollments: enrollmentsTab,
  documents: documentsTab,
  attendance: attendanceTab,
  history: historyTab,
} satisfies Record<string, (given: TabGiven) => Promise<ReactNode>>

export type TabName = keyof typeof tabContents

/** The family and the history are for the school's people, not for a student who looks at the own record. */
export function tabsFor(ctx: SchoolContext): TabName[] {
  const all = Object.keys(tabContents) as TabName[]
  return can(ctx.permissions, 'read:students') ? all : all.filter((tab) => tab !== 'family' && tab !== 'history')
}

export const tabHref = (path: string, tab: TabName): string => (tab === 'data' ? path : `${path}?tab=${tab}`)
