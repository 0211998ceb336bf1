'use client'

import { useRef, useState } from 'react'
import { apiHeaders } from '@/components/layout/api-headers'
import { useWhereabouts } from '@/components/layout/person-context'
import type { SimulatedChange, Simulation, simulationScopes } from '@/lib/domain/evaluation/simulation/schema'

export type Scope = (typeof simulationScopes)[number]
export type Group = { id: string; code: string }
export type FoundChange = SimulatedChange & { group: string }

type Run = { running: boolean; done: number; students: number; changes: FoundChange[]; failed: string[] }
const idle: Run = { running: false, done: 0, students: 0, changes: [], failed: [] }

/**
 * Simulates group by group: each is one read of well under a second, so a whole school shows its progress, can be stopped,
 * and a group that fails does not take the others along.
 */
export function useSimulation(rulesId: string, groups: readonly Group[]) {
  const { schoolId } = useWhereabouts()
  const [run, setRun] = useState<Run | null>(null)
  const stop = useRef<AbortController>(undefined)

  async function one(group: Group, scope: Scope, signal: AbortSignal) {
    const address = `/api/v1/evaluation/rules/${rulesId}/simulation/${group.id}?scope=${scope}`
    const response = await fetch(address, { headers: apiHeaders(schoolId), signal })
    if (!response.ok) throw new Error(String(response.status))
    return (await response.json()) as Simulation
  }

  async function start(scope: Scope) {
    const control = new AbortController()
    stop.current = control
    setRun({ ...idle, running: true })
    for (const group of groups) {
      try {
        const { changes, students } = await one(group, scope, control.signal)
        const found = changes.map((change) => ({ ...change, group: group.code }))
        setRun(
          (now) =>
            now && {
              ...now,
              done: now.done + 1,
              students: now.students + students,
              changes: [...now.changes, ...found],
            },
        )
      } catch {
        if (control.signal.aborted) break
        setRun((now) => now && { ...now, done: now.done + 1, failed: [...now.failed, group.code] })
      }
    }
    setRun((now) => now && { ...now, running: false })
  }

  return { run, start, stop: () => stop.current?.abort() }
}
