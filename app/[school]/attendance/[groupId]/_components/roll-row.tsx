'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import type { AttendanceStatus } from '@/lib/domain/attendance/schema'
import type { Line } from './use-roll'

type RollRowProps = {
  line: Line
  position: number
  focusable: boolean
  /** A tap does nothing, or asks for a correction. */
  locked: boolean
  onTap: () => void
  onMinutes: (minutes: number | null) => void
  onKeepMine: () => void
  onGiveUp: () => void
  onRetry: () => void
  onHistory: () => void
}

const initialsOf = (name: string): string => {
  const words = name.split(' ')
  return `${words[0]?.[0] ?? ''}${words[2]?.[0] ?? words[1]?.[0] ?? ''}`.toUpperCase()
}

export function RollLine({ line, position, focusable, locked, onTap, ...on }: RollRowProps) {
  const t = useTranslations('roll')
  const { status, item, minutesLate } = line
  const current = item?.refusal?.current as { status?: AttendanceStatus } | undefined
  return (
    <li className="roll-line" data-status={status} data-state={item?.state}>
      <button
        type="button"
        className="roll-tap"
        tabIndex={focusable ? 0 : -1}
        aria-disabled={locked || undefined}
        aria-label={t('tap', { name: line.name, status: t(`status.${status}`) })}
        onClick={onTap}
      >
        <span className="nums hidden w-5 text-right text-xs text-muted sm:block" aria-hidden="true">
          {position}
        </span>
        <span className="roll-initials" aria-hidden="true">
          {initialsOf(line.name)}
        </span>
        <span className="min-w-0 flex-1 text-left text-sm leading-tight sm:text-base">{line.name}</span>
        <span className="roll-status" aria-hidden="true">
          {t(`status.${status}`)}
        </span>
      </button>
      {status === 'late' && !locked && (
        <span className="roll-minutes">
          <Input
            type="number"
            inputMode="numeric"
            min={1}
            max={600}
            className="w-16"
            defaultValue={minutesLate ?? ''}
            aria-label={t('minutesOf', { name: line.name })}
            onBlur={(event) => {
              const minutes = Number(event.target.value) || null
              if (minutes !== minutesLate) on.onMinutes(minutes)
            }}
          />
          <span aria-hidden="true">{t('minutes')}</span>
        </span>
      )}
      {line.changes > 0 && line.recordId && (
        <button type="button" className="link px-2 text-xs" onClick={on.onHistory}>
          {t('changes', { count: line.changes })}
        </button>
      )}
      {line.excused && status !== 'excused' && <p className="roll-note">{t('hasExcuse')}</p>}
      {line.wanted && <p className="roll-note">{t('wanted', { status: t(`status.${line.wanted}`) })}</p>}
      {item?.state === 'conflict' && (
        <p className="roll-note" role="alert">
          {t('conflict', { status: t(`status.${current?.status ?? 'present'}`) })}{' '}
          <Button size="sm" onClick={on.onGiveUp}>
            {t('takeTheirs')}
          </Button>{' '}
          <Button size="sm" onClick={on.onKeepMine}>
            {t('keepMine', { status: t(`status.${status}`) })}
          </Button>
        </p>
      )}
      {item?.state === 'error' && (
        <p className="roll-note" role="alert">
          {item.refusal?.reason || t('failed')}{' '}
          <Button size="sm" onClick={on.onRetry}>
            {t('retry')}
          </Button>{' '}
          <Button size="sm" onClick={on.onGiveUp}>
            {t('giveUp')}
          </Button>
        </p>
      )}
    </li>
  )
}
