'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { toast } from '@/components/ui/toast'
import type { ImportKind, ImportProblem, ImportRow, RepairRows } from '@/lib/domain/imports/schema'
import { repairRowsAction } from '../actions'
import { recordHref } from './record-href'
import { RepairCell } from './repair-cell'

type Props = { slug: string; importId: string; kind: ImportKind; rows: readonly ImportRow[] }
type Change = RepairRows['rows'][number]

/** A cell with several things to say is one cell to type into. */
function byCell(problems: readonly ImportProblem[]): ImportProblem[][] {
  const cells = new Map<number, ImportProblem[]>()
  for (const problem of problems) cells.set(problem.column, [...(cells.get(problem.column) ?? []), problem])
  return [...cells.values()]
}

/** The wrong cells, to be typed over where they stand: leaving a cell has just its row looked at again. */
export function RepairList({ slug, importId, kind, rows: given }: Props) {
  const t = useTranslations('imports')
  const router = useRouter()
  const [fresh, setFresh] = useState<ReadonlyMap<string, ImportRow>>(new Map())
  const [saving, setSaving] = useState<string>()
  const [, refresh] = useTransition()
  const rows = given.map((row) => fresh.get(row.id) ?? row)

  // One after the other: who leaves a cell types on in the next one while the first is looked at.
  const queue = useRef(Promise.resolve())
  const repair = (row: ImportRow, change: Omit<Change, 'rowId'>) => {
    queue.current = queue.current.then(() => send(row, change))
  }
  const send = async (row: ImportRow, change: Omit<Change, 'rowId'>) => {
    setSaving(row.id)
    const answer = await repairRowsAction(slug, { importId, rows: [{ rowId: row.id, ...change }] }).catch(
      () => undefined,
    )
    setSaving(undefined)
    if (!answer?.ok) {
      toast({ tone: 'danger', text: answer?.error.message ?? t('page.offline') })
      return
    }
    setFresh((before) => new Map([...before, ...answer.data.items.map((item) => [item.id, item] as const)]))
    const now = answer.data.items.find(({ id }) => id === row.id)
    const wrong = now?.problems.filter(({ warning }) => !warning).length ?? 0
    if (now?.verdict === 'error') toast({ tone: 'warning', text: t('page.stillWrong', { row: row.row, count: wrong }) })
    else toast({ tone: 'ok', text: t('page.saved', { row: row.row }) })
    refresh(() => router.refresh())
  }

  if (rows.length === 0) return <p className="text-muted">{t('page.repairNone')}</p>
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end justify-between gap-2">
        <p className="reading text-muted">{t('page.repairText')}</p>
        <LinkButton href={`/${slug}/imports/${importId}/failures`} size="sm" download>
          {t('page.download')}
        </LinkButton>
      </div>
      <ul className="card divide-y divide-border">
        {rows.map((row) => (
          <li key={row.id} className="grid gap-3 p-4" aria-busy={saving === row.id}>
            <div className="flex flex-wrap items-center justify-between gap-2">
              <h3 className="font-semibold">
                <span className="nums text-muted">
                  {t('page.row')} {row.row}
                </span>{' '}
                {row.label}
              </h3>
              <span className="flex flex-wrap gap-2">
                {row.problems.some(({ acceptable }) => acceptable) && (
                  <Button
                    size="sm"
                    onClick={() => repair(row, { choice: row.choice === 'accept' ? 'none' : 'accept' })}
                  >
                    {t(row.choice === 'accept' ? 'page.acceptUndo' : 'page.accept')}
                  </Button>
                )}
                <Button
                  size="sm"
                  variant="ghost"
                  onClick={() => repair(row, { choice: row.choice === 'skip' ? 'none' : 'skip' })}
                >
                  {t(row.choice === 'skip' ? 'page.unskip' : 'page.skip')}
                </Button>
              </span>
            </div>
            {row.choice !== 'skip' && (
              <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
                {byCell(row.problems).map((problems) => (
                  <RepairCell
                    key={problems[0]?.column}
                    row={row}
                    problems={problems}
                    link={(id) => recordHref(slug, kind, id)}
                    onSave={(column, value) => repair(row, { cells: { [column]: value } })}
                  />
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
