import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { levelTone, promotionTone } from '@/components/evaluation/level-tone'
import { ToldList } from '@/components/evaluation/told-list'
import { Badge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { ScoreStatus } from '@/lib/domain/evaluation/marks/activities/rules'
import type { Mark } from '@/lib/domain/evaluation/marks/rules'
import { showScore } from '@/lib/domain/evaluation/scale/rules'
import type { EvaluationRules, StageRules } from '@/lib/domain/evaluation/schema'
import { explainPromotion, explainTrace, type Say } from '@/lib/domain/evaluation/trace/rules'
import { firstSample, outcomeOf, type Sample, sampleWeights } from './sample'

const statuses = ['scored', 'late', 'not_submitted', 'excused'] as const

/** A sample student whose scores one can change: what the rules that stand in the form make of them, at once. */
export function Preview({ rules }: { rules: EvaluationRules | null }) {
  const t = useTranslations('evaluation')
  return (
    <section className="grid content-start gap-3" aria-labelledby="preview-title">
      <div>
        <h2 id="preview-title" className="text-lg">
          {t('preview.title')}
        </h2>
        <p className="text-muted">{t('preview.intro')}</p>
      </div>
      {rules ? <Trial rules={rules} /> : <Callout tone="warning">{t('preview.invalid')}</Callout>}
    </section>
  )
}

function Trial({ rules }: { rules: EvaluationRules }) {
  const t = useTranslations('evaluation')
  const locale = useLocale()
  const [sample, setSample] = useState<Sample>(() => firstSample(rules, locale))
  const outcome = outcomeOf(rules, sample, {
    activity: (number) => t('preview.activity', { number }),
    subject: (number) => t('preview.subject', { number }),
    area: (number) => `${t('preview.areaMark')} ${number}`,
  })
  const telling = { say: t as unknown as Say, locale, scale: outcome.rules.scale }
  const mark = (result: Mark) => <MarkAndLevel rules={outcome.rules} mark={result} />
  return (
    <Card className="grid gap-4">
      <ScoreRows sample={sample} change={setSample} />
      <Typed
        label={t('preview.recovery')}
        name="recovery"
        value={sample.recovery}
        onChange={(recovery) => setSample({ ...sample, recovery })}
      />
      <Result title={t('preview.periodMark')} value={mark(outcome.course)}>
        <ToldList told={explainTrace(telling, outcome.course.trace)} />
      </Result>
      <h3 className="border-t border-border pt-3 font-semibold">{t('preview.subjectsHeading')}</h3>
      <div className="grid grid-cols-2 gap-3">
        {sample.others.map((typed, index) => (
          <Typed
            // biome-ignore lint/suspicious/noArrayIndexKey: the sample's marks keep their places
            key={index}
            name={`other-${index}`}
            label={index === 0 ? t('preview.subject', { number: 2 }) : `${t('preview.areaMark')} ${index + 1}`}
            value={typed}
            onChange={(text) =>
              setSample({ ...sample, others: sample.others.map((one, at) => (at === index ? text : one)) })
            }
          />
        ))}
        <Typed
          label={t('preview.absence')}
          name="absence"
          value={sample.absence}
          onChange={(absence) => setSample({ ...sample, absence })}
        />
      </div>
      <Result title={`${t('preview.areaMark')} 1`} value={mark(outcome.area)}>
        <ToldList told={explainTrace(telling, outcome.area.trace)} />
      </Result>
      <Result
        title={t('preview.promotion')}
        value={
          <Badge tone={promotionTone[outcome.promotion.status]}>
            {t(`promotion.status.${outcome.promotion.status}`)}
          </Badge>
        }
      >
        <ToldList told={explainPromotion(telling, outcome.promotion)} />
      </Result>
    </Card>
  )
}

function MarkAndLevel({ rules, mark }: { rules: StageRules; mark: Mark }) {
  const t = useTranslations('evaluation')
  const locale = useLocale()
  if (mark.value === null || mark.level === null) return <span>{t('trace.none')}</span>
  return (
    <>
      <span className="nums text-lg font-semibold">{showScore(rules, mark.value, locale)}</span>
      <Badge tone={levelTone[mark.level]}>{t(`level.${mark.level}`)}</Badge>
    </>
  )
}

function Result({ title, value, children }: { title: string; value: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-2" aria-live="polite">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{title}</span>
        {value}
      </p>
      {children}
    </section>
  )
}

type TypedProps = { label: string; name: string; value: string; onChange: (typed: string) => void }

function Typed({ label, name, value, onChange }: TypedProps) {
  return (
    <Field label={label} name={`sample-${name}`}>
      <Input
        className="nums"
        inputMode="decimal"
        maxLength={7}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}

function ScoreRows({ sample, change }: { sample: Sample; change: (sample: Sample) => void }) {
  const t = useTranslations('evaluation')
  const set = (index: number, part: Partial<Sample['scores'][number]>) =>
    change({ ...sample, scores: sample.scores.map((one, at) => (at === index ? { ...one, ...part } : one)) })
  return (
    <div className="grid gap-3">
      {sample.scores.map(({ status, typed }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sample's activities keep their places
        <div key={index} className="grid grid-cols-[1fr_8rem] items-end gap-3">
          <Typed
            name={`score-${index}`}
            label={`${t('preview.activity', { number: index + 1 })} (${sampleWeights[index]} %)`}
            value={typed}
            onChange={(text) => set(index, { typed: text })}
          />
          <Select
            aria-label={`${t('preview.status')}: ${t('preview.activity', { number: index + 1 })}`}
            value={status}
            onChange={(event) => set(index, { status: event.target.value as ScoreStatus })}
            options={statuses.map((value) => ({ value, label: t(`scoreStatus.${value}`) }))}
          />
        </div>
      ))}
    </div>
  )
}
