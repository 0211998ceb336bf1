import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import type { Health } from '@/lib/domain/jobs/platform/schema'
import { RetryDead } from './retry-dead'

/** How each queue stands, and the way to try again what it had given up. */
export async function Queues({ queues }: { queues: Health['queues'] }) {
  const [t, a] = await Promise.all([getTranslations('operations'), getTranslations('admin')])
  return (
    <Section title={a('queues')} intro={t('queuesText')} bare>
      <Table caption={a('queues')} stack className="max-w-3xl">
        <thead>
          <tr>
            <th scope="col">{a('queue')}</th>
            <th scope="col" data-kind="number">
              {a('waiting')}
            </th>
            <th scope="col">{t('oldest')}</th>
            <th scope="col" data-kind="number">
              {a('running')}
            </th>
            <th scope="col" data-kind="number">
              {a('dead')}
            </th>
            <th scope="col">
              <span className="sr-only">{t('retry')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {queues.map(({ name, waiting, running, dead, oldestMinutes, canRetry }) => (
            <tr key={name}>
              <th scope="row">{a(`queueNames.${name as 'jobs'}`)}</th>
              <td data-label={a('waiting')} data-kind="number">
                {waiting}
              </td>
              <td data-label={t('oldest')}>
                {oldestMinutes === null ? t('nothing') : t('age', { minutes: oldestMinutes })}
              </td>
              <td data-label={a('running')} data-kind="number">
                {running}
              </td>
              <td data-label={a('dead')} data-kind="number">
                {dead}
              </td>
              <td>{canRetry && dead > 0 && <RetryDead queue={name} />}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  )
}
