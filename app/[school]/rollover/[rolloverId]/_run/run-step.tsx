import { getTranslations } from 'next-intl/server'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { tryRollover } from '@/lib/domain/rollovers/queries'
import type { RolloverDetail } from '@/lib/domain/rollovers/schema'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound } from '@/lib/platform/page'
import { Problems } from './problems'
import { Results } from './results'
import { RunButton } from './run-button'
import { StudentResults } from './student-results'
import { TrialFigures } from './trial-figures'
import { wantedStudents } from './wanted-students'

type Sent = Record<string, string | string[] | undefined>
type Props = { ctx: SchoolContext; slug: string; rollover: RolloverDetail; path: string; sent: Sent }

/** What a run did, what another one would do now with names, and the button. */
export async function RunStep({ ctx, slug, rollover, path, sent }: Props) {
  const { plan, id, version, fromYear, toYear, run, status } = rollover
  const years = { from: fromYear.name, to: toYear.name }
  const given = wantedStudents(sent)
  const [t, trial] = await Promise.all([
    getTranslations('rollovers'),
    orNotFound(tryRollover.run(ctx, { rolloverId: id, named: 'true', ...given, limit: 50 })),
  ])
  const missing = (['structure', 'promotion', 'destinations'] as const).filter((step) => !plan[step])
  const { enroll, graduate, change } = trial.changes
  const idle = enroll + graduate + change === 0
  const ran = run !== null && status === 'done'
  return (
    <>
      {run && <Results slug={slug} rollover={rollover} />}
      <Section
        title={t('trial.title')}
        intro={t('trial.intro')}
        actions={
          missing.length === 0 &&
          !(idle && ran) && (
            <RunButton
              slug={slug}
              rolloverId={id}
              version={version}
              years={years}
              label={t(ran ? 'run.again' : 'run.button')}
              trial={{ enroll, graduate }}
            />
          )
        }
      >
        <div className="grid gap-5">
          {missing.length > 0 && (
            <Callout
              tone="warning"
              actions={missing.slice(0, 1).map((step) => (
                <LinkButton key={step} size="sm" href={`${path}?step=${step}`}>
                  {t('trial.goTo', { step: t(`step.${step}`) })}
                </LinkButton>
              ))}
            >
              {t('trial.stepsOpen', { steps: missing.map((step) => t(`step.${step}`)).join(', ') })}
            </Callout>
          )}
          {idle && ran && <Callout tone="info">{t('trial.nothing')}</Callout>}
          <TrialFigures slug={slug} trial={trial} year={toYear} />
        </div>
      </Section>
      {trial.problems.length > 0 && <Problems slug={slug} path={path} problems={trial.problems} />}
      {trial.students && (
        <StudentResults slug={slug} rollover={rollover} path={path} given={given} students={trial.students} />
      )}
    </>
  )
}
