import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { StatusBadge } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import type { ExportList } from '@/lib/domain/schools/removal/schema'
import { showBytes } from '@/lib/shared/bytes'
import { DownloadExport, StartExport } from './export-buttons'

type Props = { schoolId: string; isOpen: boolean; exports: ExportList['items'] }

const tones = { expected: 'info', ready: 'ok', refused: 'danger' } as const

/** The complete copies of the school, newest first. */
export async function Exports({ schoolId, isOpen, exports }: Props) {
  const [t, format, locale] = await Promise.all([getTranslations('admin'), getFormatter(), getLocale()])
  const running = exports.some(({ status }) => status === 'expected')
  return (
    <Section
      id="exports"
      title={t('exports')}
      intro={t('exportsText')}
      actions={!isOpen && <StartExport schoolId={schoolId} making={running} />}
      bare={exports.length > 0}
    >
      {exports.length === 0 ? (
        <p className="text-muted">
          {t('exportsNone')}. {t('exportsNoneText')}
        </p>
      ) : (
        <Table caption={t('exports')} stack>
          <thead>
            <tr>
              <th scope="col">{t('made')}</th>
              <th scope="col">{t('state')}</th>
              <th scope="col" data-kind="number">
                {t('fileSize')}
              </th>
              <th scope="col">
                <span className="sr-only">{t('download')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {exports.map(({ id, status, createdAt, size, isFinal }) => (
              <tr key={id}>
                <th scope="row">
                  {format.dateTime(new Date(createdAt), 'moment')}
                  {isFinal && <span className="block text-sm font-normal text-muted">{t('exportFinal')}</span>}
                </th>
                <td data-label={t('state')}>
                  <StatusBadge tone={tones[status]}>{t(`exportState.${status}`)}</StatusBadge>
                </td>
                <td data-label={t('fileSize')} data-kind="number">
                  {status === 'ready' ? showBytes(size, locale) : '—'}
                </td>
                <td>{status === 'ready' && !isOpen && <DownloadExport schoolId={schoolId} exportId={id} />}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  )
}
