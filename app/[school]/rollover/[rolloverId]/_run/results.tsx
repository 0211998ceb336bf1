import { getFormatter, getTranslations } from 'next-intl/server'
import { RemindButton } from '@/components/families/remind-button'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import type { RolloverDetail } from '@/lib/domain/rollovers/schema'
import { showDay } from '@/lib/shared/dates'
import { remindWaitingAction } from '../../actions'
import { UndoButton } from './undo-button'

type Props = { slug: string; rollover: RolloverDetail }

/** What the run did, whom the school waits for now, and the way back. */
export async function Results({ slug, rollover }: Props) {
  const { results, status, undoUntil, fromYear, toYear, id, version, stays } = rollover
  const [t, format] = await Promise.all([getTranslations('rollovers'), getFormatter()])
  const years = { from: fromYear.name, to: toYear.name }
  const figures = (['enrolled', 'done', 'skipped', 'carried'] as const).map((key) => ({ key, value: results[key] }))
  return (
    <Section
      title={t('results.title')}
      {...(undoUntil ? { intro: t('undo.until', { day: showDay(undoUntil) }) } : {})}
      actions={
        status === 'done' && (
          <UndoButton
            slug={slug}
            rolloverId={id}
            version={version}
            years={years}
            enrolled={results.enrolled}
            label={t('undo.button')}
          />
        )
      }
    >
      <div className="grid gap-4">
        {status === 'undone' && (
          <Callout tone="ok" live>
            {t('undo.done')}
            {stays.length > 0 && (
              <p>{t('undo.stays', { count: stays.length, names: format.list(stays, { type: 'conjunction' }) })}</p>
            )}
          </Callout>
        )}
        {results.failed > 0 && (
          <Callout
            tone="danger"
            title={t('results.failed', { count: results.failed })}
            actions={
              <LinkButton size="sm" href={`/${slug}/rollover/${id}?step=run&problem=failed#students`}>
                {t('trial.names')}
              </LinkButton>
            }
          >
            {t('results.failedText')}
          </Callout>
        )}
        {results.kept > 0 && (
          <Callout
            tone="warning"
            title={t('undo.keptTitle', { count: results.kept })}
            actions={
              <LinkButton size="sm" href={`/${slug}/rollover/${id}?step=run&result=kept#students`}>
                {t('trial.names')}
              </LinkButton>
            }
          >
            {t('undo.keptText')}
          </Callout>
        )}
        {status === 'done' && (
          <dl className="grid grid-cols-2 gap-3 md:grid-cols-4">
            {figures.map(({ key, value }) => (
              <div key={key}>
                <dt className="text-sm text-muted">{t(`results.${key}`)}</dt>
                <dd className="nums text-2xl">{value}</dd>
              </div>
            ))}
          </dl>
        )}
        {status === 'done' && results.waiting > 0 && (
          <Callout
            tone="info"
            title={t('results.waiting', { count: results.waiting })}
            actions={
              <>
                <LinkButton href={`/${slug}/enrollments?year=${toYear.id}&status=pending_documents`}>
                  {t('results.seeWaiting')}
                </LinkButton>
                <RemindButton school={slug} whom={{ yearId: toYear.id }} action={remindWaitingAction} />
              </>
            }
          >
            {t('results.waitingText')}
          </Callout>
        )}
      </div>
    </Section>
  )
}
