import { searchTerms } from '@/lib/shared/search-text'
import { byPlace, isDone, outcomes, type Planned, type Result } from '../rules'
import type { GroupChoice, PlannedStudent, TrialResult } from '../schema'

/** A student of the year that ends, with where the plan leads and what a run did. */
export type Candidate = {
  row: {
    id: string
    studentId: string
    gradeLevel: string
    groupCode: string | null
    shift: string | null
    status: string
    student: {
      fullName: string
      searchText: string
      isActive: boolean
      documentType: string
      documentNumber: string
      birthDate: Date | null
    }
    promotion: { status: string; promotedTo: string | null } | null
  }
  result:
    | (Result & {
        id: string
        enrollmentId: string
        newEnrollmentId: string | null
        carried: number
        leftVersion: number | null
        exception: unknown
      })
    | null
  /** The enrollment in the new year, whoever made it. */
  other: string | null
  planned: Planned
  exception: PlannedStudent['exception']
}

export type Wanted = {
  q?: string | undefined
  outcome?: string | undefined
  problem?: string | undefined
  gradeLevel?: string | undefined
  result?: string | undefined
  exceptions?: boolean | undefined
}

const ofRun = ['workedOn', 'failed'] as const

/** Why a student is not where the plan leads: what the plan lacks, or what the run met. */
export const problemOf = ({ planned, result }: Pick<Candidate, 'planned' | 'result'>): PlannedStudent['problem'] =>
  planned.problem ?? ofRun.find((problem) => problem === result?.problem) ?? null

/** A run would take the student along; what failed is tried again. */
const goes = (one: Candidate): boolean => [null, 'failed'].includes(problemOf(one))

/** Those who are asked for, by grade, group and surname. */
export function selectCandidates(candidates: readonly Candidate[], wanted: Wanted): Candidate[] {
  const words = searchTerms(wanted.q ?? '')
  return candidates
    .filter((one) => {
      const { row, result, planned, exception } = one
      return (
        words.every((word) => row.student.searchText.includes(word)) &&
        (!wanted.outcome || (planned.outcome === wanted.outcome && goes(one))) &&
        (!wanted.problem || problemOf(one) === wanted.problem) &&
        (!wanted.gradeLevel || row.gradeLevel === wanted.gradeLevel) &&
        (!wanted.result || result?.status === wanted.result) &&
        (!wanted.exceptions || exception !== null)
      )
    })
    .sort((a, b) => byPlace(a.row, b.row) || a.row.student.fullName.localeCompare(b.row.student.fullName, 'es'))
}

/** What a run would do with a student now. */
function changeOf({ planned, result }: Candidate): keyof TrialResult['changes'] | null {
  if (isDone(result, planned)) return planned.problem ? null : 'same'
  if (planned.problem) return null
  if (result?.status === 'done') return 'change'
  if (planned.outcome === 'graduates') return 'graduate'
  return planned.gradeLevel ? 'enroll' : 'same'
}

const count = <K extends string>(keys: readonly K[], of: Iterable<K | null>): Record<K, number> => {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>
  for (const key of of) if (key) counts[key] += 1
  return counts
}

/** A test run in figures and names. Nothing is stored. */
export function sumUp(
  candidates: readonly Candidate[],
  groups: readonly GroupChoice[],
  show: (candidate: Candidate) => PlannedStudent,
): Omit<TrialResult, 'structure' | 'students'> {
  const sorted = selectCandidates(candidates, {})
  const going = sorted.filter(goes)
  const incoming = new Map<string, number>()
  for (const { planned, result } of going) {
    if (!planned.gradeLevel || result?.newEnrollmentId) continue
    const key = `${planned.gradeLevel} ${planned.groupCode ?? ''}`
    incoming.set(key, (incoming.get(key) ?? 0) + 1)
  }
  const stopped = Map.groupBy(
    sorted.filter((one) => problemOf(one) !== null),
    (one) => problemOf(one) as NonNullable<ReturnType<typeof problemOf>>,
  )
  return {
    totals: {
      students: sorted.length,
      ...count(
        outcomes,
        going.map(({ planned }) => planned.outcome),
      ),
    },
    changes: count(['enroll', 'graduate', 'change', 'same'], sorted.map(changeOf)),
    groups: groups.map((group) => {
      const coming = incoming.get(`${group.gradeLevel} ${group.code}`) ?? 0
      const over = group.capacity === null ? 0 : Math.max(0, group.taken + coming - group.capacity)
      return { ...group, incoming: coming, over }
    }),
    problems: [...stopped].map(([problem, all]) => ({
      problem,
      count: all.length,
      students: all.slice(0, 200).map(show),
    })),
  }
}
