import type { ReactNode } from 'react'
import { readMarks } from '@/lib/domain/evaluation/policy'
import type { StudentDetail } from '@/lib/domain/students/schema'
import type { SchoolContext } from '@/lib/platform/context'
import { can, type Permission } from '@/lib/platform/permissions'
import { academicsTab } from './academics'
import { attendanceTab } from './attendance'
import { dataTab } from './data'
import { documentsTab } from './documents'
import { enrollmentsTab } from './enrollments'
import { familyTab } from './family'
import { historyTab } from './history'
import { marksTab } from './marks'

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
  academics: academicsTab,
  family: familyTab,
  enrollments: enrollmentsTab,
  documents: documentsTab,
  attendance: attendanceTab,
  marks: marksTab,
  history: historyTab,
} satisfies Record<string, (given: TabGiven) => Promise<ReactNode>>

export type TabName = keyof typeof tabContents

const open: Partial<Record<TabName, readonly Permission[]>> = {
  family: ['read:students'],
  history: ['read:students'],
  marks: readMarks,
}

/** The family and the history are for the school's people, not for a student who looks at the own record; marks for who may read some. */
export function tabsFor(ctx: SchoolContext): TabName[] {
  const all = Object.keys(tabContents) as TabName[]
  return all.filter(
    (tab) => (open[tab] ?? []).length === 0 || open[tab]?.some((needed) => can(ctx.permissions, needed)),
  )
}

export const tabHref = (path: string, tab: TabName): string => (tab === 'data' ? path : `${path}?tab=${tab}`)
