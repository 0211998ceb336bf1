'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { LinkButton } from '@/components/ui/link-button'
import { RadioGroup } from '@/components/ui/radio-group'
import { toast } from '@/components/ui/toast'
import type { Comparison } from '@/lib/domain/merges/schema'
import { mergeRecordsAction } from '../actions'
import { CompareTable } from './compare-table'

type Side = Comparison['kept']

/** What hangs on a record, in words. */
function Counts({ side }: { side: Side }) {
  const t = useTranslations('merges')
  const told = Object.entries(side.counts).map(([name, count]) => t(`count.${name as 'enrollment'}`, { count }))
  return <p className="nums text-muted">{told.length > 0 ? told.join(' · ') : t('nothing')}</p>
}

/** Field by field which value stays, and of two enrollments in a year which one. */
export function MergeForm({ slug, seen }: { slug: string; seen: Comparison }) {
  const [t, grades] = [useTranslations('merges'), useTranslations('grades')]
  const router = useRouter()
  const { entity, kept, lost, conflicts, refusal } = seen
  // What the one that stays lacks is taken from the other one, unless somebody says otherwise.
  const [take, setTake] = useState<readonly string[]>(
    seen.fields.filter((name) => !kept.values[name] && lost.values[name]),
  )
  const [stays, setStays] = useState<Record<string, string>>({})
  const [reason, setReason] = useState('')
  const { call, pending } = useCall()
  const path = `/${slug}/merges`
  const swapped = `${path}?${new URLSearchParams({ entity, record: lost.id, with: kept.id })}`
  const dropEnrollments = conflicts.flatMap(({ year, enrollments }) =>
    enrollments.filter(({ id }) => stays[year] !== undefined && id !== stays[year]).map(({ id }) => id),
  )
  const undecided = conflicts.some(({ year }) => stays[year] === undefined)
  const merge = () =>
    call(
      () =>
        mergeRecordsAction(slug, {
          ...{ entity, keptId: kept.id, keptVersion: kept.version, lostId: lost.id, lostVersion: lost.version },
          ...{ take: [...take], dropEnrollments, reason },
        }),
      () => {
        toast({ tone: 'ok', text: t('done') })
        router.push(`${path}?${new URLSearchParams({ entity, record: kept.id })}`)
      },
    )
  return (
    <>
      {refusal && <Callout tone="danger">{t(refusal.replace('merges.', '') as 'refusal.bothWorked')}</Callout>}
      <Section
        title={t('value')}
        actions={
          <LinkButton href={swapped} size="sm">
            {t('swap')}
          </LinkButton>
        }
        bare
      >
        {/* On a phone the table's heading, with the names, is not there. */}
        <p className="sm:hidden">
          <strong>{t('keep')}:</strong> {kept.name} · <strong>{t('goes')}:</strong> {lost.name}
        </p>
        <CompareTable seen={seen} take={take} onTake={setTake} />
      </Section>
      <Section title={t('moves')}>
        <div className="grid gap-3 sm:grid-cols-2">
          {[kept, lost].map((side) => (
            <div key={side.id}>
              <h3 className="font-medium">{side.name}</h3>
              <Counts side={side} />
            </div>
          ))}
        </div>
      </Section>
      {conflicts.map(({ year, enrollments }) => (
        <Section key={year} title={t('year', { year })} intro={t('yearText')}>
          <RadioGroup
            name={`year-${year}`}
            legend={t('keep')}
            value={stays[year] ?? ''}
            onValueChange={(id) => setStays({ ...stays, [year]: id })}
            options={enrollments.map(({ id, of, gradeLevel, untouched }) => {
              // Choosing one removes the other: only what nobody has worked on may go.
              const stuck = enrollments.some((one) => one.id !== id && !one.untouched)
              const grade = grades(`short.${gradeLevel as '6'}`)
              return {
                value: id,
                label: t('yearOption', { name: of === 'kept' ? kept.name : lost.name, grade }),
                ...(stuck ? { help: t('otherWorked') } : untouched ? {} : { help: t('worked') }),
                disabled: stuck,
              }
            })}
          />
        </Section>
      ))}
      {!refusal && (
        <div className="grid max-w-xl gap-4">
          <Field name="reason" label={t('reason')} optional>
            <Input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          </Field>
          <div className="flex flex-wrap items-center gap-3">
            <Button variant="primary" disabled={undecided} loading={pending} onClick={merge}>
              {t('merge')}
            </Button>
            {undecided && <p className="text-sm text-muted">{t('chooseFirst')}</p>}
          </div>
        </div>
      )}
    </>
  )
}
