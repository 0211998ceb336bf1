import { LifeBuoy } from 'lucide-react'
import { getFormatter, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Table } from '@/components/ui/table'
import type { Visit } from '@/lib/domain/schools/support/own/schema'
import { EndVisit } from './end-visit'

/** Who of the platform is in the school now, with the way to show them out, and who was. */
export async function Visits({ slug, visits }: { slug: string; visits: Visit[] }) {
  const [t, own, format] = await Promise.all([
    getTranslations('support'),
    getTranslations('support.own'),
    getFormatter(),
  ])
  const moment = (at: string) => format.dateTime(new Date(at), 'moment')
  const running = visits.filter(({ runs }) => runs)
  const over = visits.filter(({ runs }) => !runs)
  return (
    <Section title={own('title')} intro={own('text')} id="visits">
      <div className="grid gap-4">
        {running.map(({ id, name, mode, reason, until }) => (
          <Callout
            key={id}
            tone="warning"
            title={own('running', { name })}
            actions={
              <>
                <EndVisit slug={slug} visitId={id} name={name} />
                <LinkButton href={`/${slug}/settings/audit`}>{own('history')}</LinkButton>
              </>
            }
          >
            {own('runningText', { mode: t(`modes.${mode}`), time: format.dateTime(new Date(until), 'time'), reason })}
          </Callout>
        ))}
        {visits.length === 0 && (
          <EmptyState icon={<LifeBuoy aria-hidden="true" />} title={own('none')}>
            {own('noneText')}
          </EmptyState>
        )}
        {over.length > 0 && (
          <Table caption={own('title')} stack>
            <thead>
              <tr>
                <th scope="col">{t('who')}</th>
                <th scope="col">{t('scope')}</th>
                <th scope="col">{t('when')}</th>
                <th scope="col">{t('until')}</th>
              </tr>
            </thead>
            <tbody>
              {over.map(({ id, name, reason, mode, startedAt, endedAt, until, endedBy, endNote }) => (
                <tr key={id}>
                  <th scope="row">
                    {name}
                    <span className="block text-sm font-normal whitespace-normal text-muted">{reason}</span>
                  </th>
                  <td data-label={t('scope')}>{t(`modes.${mode}`)}</td>
                  <td data-label={t('when')}>{moment(startedAt)}</td>
                  <td data-label={t('until')}>
                    <div>
                      {moment(endedAt ?? until)}
                      {endedBy && (
                        <span className="block text-sm whitespace-normal text-muted">
                          {own('bySchool', { by: endedBy })}
                          {endNote && ` · ${endNote}`}
                        </span>
                      )}
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </div>
    </Section>
  )
}
