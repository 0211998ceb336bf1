'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Progress } from '@/components/ui/progress'
import { RadioGroup } from '@/components/ui/radio-group'
import { simulationScopes } from '@/lib/domain/evaluation/simulation/schema'
import { ChangeTable } from './change-table'
import { type Group, type Scope, useSimulation } from './use-simulation'

type SimulationRunProps = { rulesId: string; groups: readonly Group[]; decimals: number }

/** Starts the simulation, shows how far it is, and who would change. */
export function SimulationRun({ rulesId, groups, decimals }: SimulationRunProps) {
  const t = useTranslations('evaluation')
  const [scope, setScope] = useState<Scope>('open')
  const { run, start, stop } = useSimulation(rulesId, groups)
  if (groups.length === 0) return <Callout tone="info">{t('simulation.none')}</Callout>
  const counted = t('simulation.running', { done: run?.done ?? 0, total: groups.length })
  return (
    <div className="grid grid-cols-1 gap-5">
      <RadioGroup
        name="scope"
        legend={t('simulation.scope')}
        value={scope}
        onValueChange={(value) => setScope(value as Scope)}
        options={simulationScopes.map((value) => ({ value, label: t(`simulation.${value}`), disabled: run?.running }))}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" loading={run?.running} onClick={() => start(scope)}>
          {t('simulation.start')}
        </Button>
        {run?.running && <Button onClick={stop}>{t('simulation.stop')}</Button>}
      </div>
      {run?.running && <Progress value={run.done} max={groups.length} label={t('simulation.start')} text={counted} />}
      {run?.failed.map((group) => (
        <Callout key={group} tone="danger">
          {t('simulation.failed', { group })}
        </Callout>
      ))}
      {run && !run.running && (
        <p role="status" className="font-medium">
          {t('simulation.done', { count: run.changes.length, students: run.students })}
        </p>
      )}
      {run && run.changes.length > 0 && <ChangeTable changes={run.changes} decimals={decimals} />}
    </div>
  )
}
