'use client'

import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { OutboxStatus } from '@/components/offline/outbox-status'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { countStatuses, nextStatus } from '@/lib/domain/attendance/rules'
import { attendanceStatuses, type Roll } from '@/lib/domain/attendance/schema'
import type { ActionResult } from '@/lib/platform/result'
import { CorrectionDialog } from './correction-dialog'
import { HistoryDialog } from './history-dialog'
import { RollLine } from './roll-row'
import { type Line, useRoll } from './use-roll'
import { useRollKeys } from './use-roll-keys'

type RollCallProps = {
  roll: Roll
  school: string
  /** "por Marta Ríos, 7:52", as the server wrote it. */
  takenText: string | null
  requestCorrection: (school: string, input: unknown) => Promise<ActionResult<unknown>>
}

/** The list itself: everybody present, one tap for the next state, one small call for each tick. */
export function RollCall({ roll, school, takenText, requestCorrection }: RollCallProps) {
  const t = useTranslations('roll')
  const [reason, setReason] = useState('')
  const [missingReason, setMissingReason] = useState(false)
  const [asking, setAsking] = useState<Line | null>(null)
  const [history, setHistory] = useState<Line | null>(null)
  const reasonField = useRef<HTMLInputElement>(null)
  const call = useRoll(roll, reason.trim())
  const { lines, taken, state } = call
  const counts = countStatuses(lines)
  const away = lines.length - counts.present
  const locked = roll.lock !== null

  /** Whether a change may go now: what comes after the day needs its reason first. */
  const mayWrite = () => {
    if (locked) return false
    if (!roll.closed || reason.trim()) return true
    setMissingReason(true)
    reasonField.current?.focus()
    return false
  }
  const set = (line: Line, status = nextStatus(line.status)) => {
    if (roll.lock === 'window' && line.recordId) setAsking(line)
    else if (mayWrite()) call.mark(line.enrollmentId, status)
  }
  const { list, active, setActive, onKeyDown } = useRollKeys(lines.length, (index, key) => {
    const [line, status] = [lines[index], attendanceStatuses[key - 1]]
    if (line && status) set(line, status)
  })

  return (
    <div className="grid max-w-3xl gap-3">
      {roll.closed && !locked && (
        <Field
          name="reason"
          label={t('reason')}
          help={t('reasonHelp')}
          error={missingReason ? t('reasonNeeded') : undefined}
        >
          <Input
            ref={reasonField}
            value={reason}
            maxLength={500}
            onChange={(event) => {
              setReason(event.target.value)
              setMissingReason(false)
            }}
          />
        </Field>
      )}
      <div className="roll-bar">
        <p className="nums font-medium">
          {t('present', { count: counts.present })} · {t('away', { count: away })}
          {away > 0 && (
            <span className="ml-2 text-xs font-normal text-muted">
              {t('breakdown', { absent: counts.absent, late: counts.late, excused: counts.excused })}
            </span>
          )}
        </p>
        <p className="text-xs text-muted">{taken ? (takenText ?? t('takenNow')) : t('notTaken')}</p>
        <span className="flex flex-wrap items-center gap-2" data-print="hide">
          <OutboxStatus outbox={call.outbox} state={state} />
          {call.undoable > 0 && (
            <Button size="sm" icon={<Undo2 aria-hidden="true" />} onClick={call.undo}>
              {t('undo')}
            </Button>
          )}
          {!taken && !locked && !call.busy && (
            <Button size="sm" variant="primary" onClick={() => mayWrite() && call.takeAll()}>
              {away === 0 ? t('allPresent') : t('confirm')}
            </Button>
          )}
        </span>
      </div>
      <ol ref={list} className="roll" aria-label={t('list', { group: roll.group.code })} onKeyDown={onKeyDown}>
        {lines.map((line, index) => (
          <RollLine
            key={line.enrollmentId}
            line={line}
            position={index + 1}
            focusable={index === active}
            locked={locked}
            onTap={() => {
              setActive(index)
              set(line)
            }}
            onMinutes={(minutes) => mayWrite() && call.mark(line.enrollmentId, 'late', minutes)}
            onKeepMine={() => call.keepMine(line)}
            onGiveUp={() => call.giveUp(line)}
            onRetry={() => call.retry(line)}
            onHistory={() => setHistory(line)}
          />
        ))}
      </ol>
      {!locked && (
        <p className="hidden text-xs text-muted md:block" data-print="hide">
          {t('keys')}
        </p>
      )}
      {asking && (
        <CorrectionDialog line={asking} school={school} action={requestCorrection} onClose={() => setAsking(null)} />
      )}
      {history?.recordId && (
        <HistoryDialog recordId={history.recordId} name={history.name} onClose={() => setHistory(null)} />
      )}
    </div>
  )
}
