'use client'

import { ArrowDown, ArrowUp, Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import type { AreaRow } from '@/lib/domain/academics/areas/schema'
import type { SubjectRow } from '@/lib/domain/academics/subjects/schema'
import type { Opened } from './catalog'

type Props = {
  area: AreaRow
  subjects: SubjectRow[]
  writes: boolean
  place: { first: boolean; last: boolean; busy: boolean }
  onMove: (by: -1 | 1) => void
  onOpen: (opened: Opened) => void
  onToggleArea: () => void
  onToggleSubject: (subject: SubjectRow) => void
}

/** An area with its subjects. */
export function AreaBlock(props: Props) {
  const { area, subjects, writes, place, onMove, onOpen, onToggleArea } = props
  const t = useTranslations('academics')
  const { name } = area
  return (
    <section className="card" aria-label={name}>
      <header className="flex items-center gap-2 border-border border-b bg-surface-2 px-3 py-2">
        {writes && (
          <span className="flex flex-none flex-col md:flex-row">
            <IconButton
              size="sm"
              label={t('areas.up', { name })}
              icon={<ArrowUp aria-hidden="true" />}
              disabled={place.first || place.busy}
              onClick={() => onMove(-1)}
            />
            <IconButton
              size="sm"
              label={t('areas.down', { name })}
              icon={<ArrowDown aria-hidden="true" />}
              disabled={place.last || place.busy}
              onClick={() => onMove(1)}
            />
          </span>
        )}
        <h2 className="min-w-0 flex-1 font-semibold">
          {name}
          <span className="ml-2 inline-flex gap-1 align-middle font-normal">
            {area.legalCode !== null && <Badge tone="info">{t('areas.compulsory')}</Badge>}
            {!area.isActive && <Badge>{t('areas.off')}</Badge>}
          </span>
        </h2>
        {writes && (
          <Menu
            label={t('areas.more', { name })}
            variant="ghost"
            iconOnly
            items={[
              {
                label: t('subjects.newIn', { name: area.shortName ?? name }),
                onSelect: () => onOpen({ subject: null, areaId: area.id }),
              },
              { label: t('areas.rename'), onSelect: () => onOpen({ area }) },
              { label: t(area.isActive ? 'areas.turnOff' : 'areas.turnOn'), onSelect: onToggleArea },
            ]}
          >
            <Ellipsis aria-hidden="true" />
          </Menu>
        )}
      </header>
      <SubjectList {...props} subjects={subjects} />
    </section>
  )
}

function SubjectList({ area, subjects, writes, onOpen, onToggleSubject }: Props) {
  const t = useTranslations('academics')
  if (subjects.length === 0) return <p className="px-4 py-3 text-muted">{t('subjects.none')}</p>
  return (
    <ul className="divide-y divide-border" aria-label={t('subjects.list', { area: area.name })}>
      {subjects.map((subject) => (
        <li key={subject.id} className="flex items-center gap-3 px-4 py-1.5">
          <span className="nums hidden w-24 flex-none truncate text-muted text-sm md:block">{subject.code}</span>
          <span className="min-w-0 flex-1">
            {subject.name}
            <span className="nums ml-2 text-muted text-sm md:hidden">{subject.code}</span>
            {subject.assessment === 'descriptive' && (
              <span className="ml-2 text-muted text-sm">{t('subjects.assessmentValue.descriptive')}</span>
            )}
            {!subject.isActive && (
              <span className="ml-2">
                <Badge>{t('areas.off')}</Badge>
              </span>
            )}
          </span>
          {writes && (
            <Menu
              label={t('areas.more', { name: subject.name })}
              variant="ghost"
              size="sm"
              iconOnly
              items={[
                { label: t('areas.rename'), onSelect: () => onOpen({ subject, areaId: area.id }) },
                {
                  label: t(subject.isActive ? 'areas.turnOff' : 'areas.turnOn'),
                  onSelect: () => onToggleSubject(subject),
                },
              ]}
            >
              <Ellipsis aria-hidden="true" />
            </Menu>
          )}
        </li>
      ))}
    </ul>
  )
}
