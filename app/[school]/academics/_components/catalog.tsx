'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import type { AreaRow } from '@/lib/domain/academics/areas/schema'
import type { SubjectRow } from '@/lib/domain/academics/subjects/schema'
import type { ActionResult } from '@/lib/platform/result'
import { orderAreasAction, updateAreaAction, updateSubjectAction } from '../actions'
import { AreaBlock } from './area-block'
import { AreaDialog } from './area-dialog'
import { SubjectDialog } from './subject-dialog'

export type Opened = { area: AreaRow | null } | { subject: SubjectRow | null; areaId: string }

type Props = { slug: string; writes: boolean; areas: AreaRow[]; subjects: SubjectRow[] }

/** Areas in the school's order with their subjects; dialogs change one at a time. */
export function Catalog({ slug, writes, areas: initial, subjects }: Props) {
  const t = useTranslations('academics')
  const [areas, setAreas] = useState(initial)
  const [opened, setOpened] = useState<Opened>()
  const [busy, setBusy] = useState(false)
  const close = () => setOpened(undefined)

  const run = async (work: () => Promise<ActionResult<unknown>>, said: string) => {
    setBusy(true)
    const answer = await work().catch(() => undefined)
    setBusy(false)
    if (answer?.ok) return toast({ tone: 'ok', text: said })
    setAreas(initial)
    toast({ tone: 'danger', text: answer?.error.message ?? t('offline') })
  }
  const move = (index: number, by: -1 | 1) => {
    const next = [...areas]
    const [moved] = next.splice(index, 1)
    if (!moved) return
    next.splice(index + by, 0, moved)
    setAreas(next)
    void run(() => orderAreasAction(slug, { areaIds: next.map(({ id }) => id) }), t('areas.ordered'))
  }
  const said = (on: boolean, name: string) => t(on ? 'areas.turnedOn' : 'areas.turnedOff', { name })
  const toggleArea = ({ id: areaId, version, isActive, name }: AreaRow) =>
    run(() => updateAreaAction(slug, { areaId, version, isActive: !isActive }), said(!isActive, name))
  const toggleSubject = ({ id: subjectId, version, isActive, name }: SubjectRow) =>
    run(() => updateSubjectAction(slug, { subjectId, version, isActive: !isActive }), said(!isActive, name))

  return (
    <div className="grid max-w-4xl gap-4" aria-busy={busy}>
      <p className="reading text-muted">{t('areas.intro')}</p>
      {writes && (
        <div className="flex flex-wrap gap-2">
          <Button icon={<Plus aria-hidden="true" />} onClick={() => setOpened({ area: null })}>
            {t('areas.new')}
          </Button>
          {areas[0] && (
            <Button
              icon={<Plus aria-hidden="true" />}
              onClick={() => setOpened({ subject: null, areaId: areas[0]?.id ?? '' })}
            >
              {t('subjects.new')}
            </Button>
          )}
        </div>
      )}
      {areas.map((area, index) => (
        <AreaBlock
          key={area.id}
          area={area}
          subjects={subjects.filter(({ areaId }) => areaId === area.id)}
          writes={writes}
          place={{ first: index === 0, last: index === areas.length - 1, busy }}
          onMove={(by) => move(index, by)}
          onOpen={setOpened}
          onToggleArea={() => toggleArea(area)}
          onToggleSubject={toggleSubject}
        />
      ))}
      {opened && 'area' in opened && <AreaDialog slug={slug} area={opened.area} onClose={close} />}
      {opened && 'subject' in opened && (
        <SubjectDialog slug={slug} areas={areas} subject={opened.subject} areaId={opened.areaId} onClose={close} />
      )}
    </div>
  )
}
