import { useLocale, useTranslations } from 'next-intl'
import { StatusBadge } from '@/components/ui/badge'
import type { Tone } from '@/components/ui/tone'
import type { DocumentRow, DocumentStatus } from '@/lib/domain/enrollments/documents/schema'
import { relativeTime } from '@/lib/shared/dates'
import { StaffUpload, type UploadActions } from './staff-upload'

const tones: Record<DocumentStatus, Tone> = {
  pending: 'neutral',
  uploaded: 'info',
  validated: 'ok',
  rejected: 'danger',
}

type DocumentListProps = {
  school: string
  items: readonly DocumentRow[]
  /** Without them the list only shows. */
  actions?: UploadActions
  now?: Date
}

/** The papers of one enrollment: state, file, what may be done. Put it inside ClientMessages with `documents`. */
export function DocumentList({ school, items, actions, now = new Date() }: DocumentListProps) {
  const t = useTranslations('documents')
  if (items.length === 0) return <p className="text-muted">{t('list.empty')}</p>
  return (
    <ul className="divide-y divide-border">
      {items.map((document) => (
        <li key={document.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2 first:pt-0 last:pb-0">
          <div className="min-w-0 flex-1 basis-56">
            <p className="font-medium">
              {document.name}
              {!document.required && <span className="font-normal text-muted"> ({t('list.optional')})</span>}
            </p>
            <p className="text-sm text-muted empty:hidden">
              <Story document={document} now={now} />
            </p>
            <Earlier school={school} document={document} now={now} />
          </div>
          <StatusBadge tone={tones[document.status]}>{t(`status.${document.status}`)}</StatusBadge>
          <Doing school={school} document={document} actions={actions} />
        </li>
      ))}
    </ul>
  )
}

type Part = { document: DocumentRow; now: Date }

/** What happened last, in a sentence. */
function Story({ document, now }: Part) {
  const t = useTranslations('documents')
  const locale = useLocale()
  const ago = (moment: string) => relativeTime(new Date(moment), now, locale)
  const { status, kind, rejection, validatedAt, uploadedAt, validatedBy: who, carriedFrom } = document
  if (status === 'rejected' && rejection) {
    if (rejection.code === 'other') return rejection.note
    return `${t(`rejectionShort.${rejection.code}`)}${rejection.note ? `: ${rejection.note}` : ''}`
  }
  if (status === 'validated' && validatedAt) {
    const when = ago(validatedAt)
    if (carriedFrom) return t('list.carried', { when, year: carriedFrom })
    if (kind === 'consent' && who) return t('list.consentBy', { when, who, version: document.documentVersion ?? '' })
    return who ? t('list.acceptedBy', { when, who }) : t('list.accepted', { when })
  }
  if (status === 'uploaded' && uploadedAt) {
    const sender = document.files[0]?.sentBy
    const when = ago(uploadedAt)
    return sender ? t('list.sentBy', { when, who: sender }) : t('list.sent', { when })
  }
  return kind === 'consent' ? t('list.consentPending') : null
}

function Earlier({ school, document, now }: Part & { school: string }) {
  const t = useTranslations('documents')
  const locale = useLocale()
  const earlier = document.files.filter((file) => file.status !== 'accepted')
  if (earlier.length === 0) return null
  return (
    <details className="text-sm">
      <summary className="link hit inline-flex min-h-7 items-center">
        {t('list.history', { count: earlier.length })}
      </summary>
      <ul className="grid gap-1 py-1">
        {earlier.map((file) => (
          <li key={file.id} className="flex flex-wrap gap-x-2 text-muted">
            {file.status === 'superseded' && document.openable ? (
              <a
                href={`/${school}/review/files/${document.id}?file=${file.id}`}
                target="_blank"
                rel="noreferrer"
                className="link"
              >
                {file.fileName}
              </a>
            ) : (
              <span>{file.fileName}</span>
            )}
            <span>{t(`fileStatus.${file.status}`)}</span>
            <span>{relativeTime(new Date(file.sentAt), now, locale)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Doing({ school, document, actions }: { school: string; document: DocumentRow; actions?: UploadActions }) {
  const t = useTranslations('documents')
  const { status, kind, openable } = document
  const hasFile = kind === 'file' && document.files.some((file) => file.status === 'accepted')
  return (
    <div className="flex flex-wrap items-center justify-end gap-2 empty:hidden">
      {hasFile && openable && (
        <a
          href={`/${school}/review/files/${document.id}`}
          target="_blank"
          rel="noreferrer"
          className="btn btn-ghost btn-sm"
          aria-label={`${t('list.view')}: ${document.name}`}
        >
          {t('list.view')}
        </a>
      )}
      {status === 'uploaded' && actions && openable && (
        <a href={`/${school}/review?document=${document.id}`} className="btn btn-secondary btn-sm">
          {t('list.review')}
        </a>
      )}
      {kind === 'file' && status !== 'validated' && actions && (
        <StaffUpload
          school={school}
          documentId={document.id}
          name={document.name}
          replaces={hasFile}
          actions={actions}
        />
      )}
    </div>
  )
}
