import { Circle, CircleAlert, CircleCheck, Clock } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import type { FamilyChild, FamilyDocument } from '@/lib/domain/families/schema'
import { ConsentForm } from './consent-form'
import { PhoneUpload } from './phone-upload'
import type { UploadTexts } from './upload-texts'

const signs = {
  rejected: <CircleAlert aria-hidden="true" className="text-danger" />,
  pending: <Circle aria-hidden="true" className="text-muted" />,
  uploaded: <Clock aria-hidden="true" className="text-info" />,
  validated: <CircleCheck aria-hidden="true" className="text-ok" />,
} as const

type RowProps = { document: FamilyDocument; child: FamilyChild; texts: UploadTexts }

/** One document: what it is, how it stands, and the one thing to do about it. */
export async function FamilyDocumentRow({ document, child, texts }: RowProps) {
  const t = await getTranslations('families.page')
  const { status, kind, required } = document
  const open = status === 'pending' || status === 'rejected'
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3 px-4 py-3">
      <span className="pt-0.5 [&_svg]:size-5">{signs[status]}</span>
      <div className="grid gap-2">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <h3 className="font-medium">
            {document.name}
            {!required && <span className="font-normal text-muted"> ({t('optional')})</span>}
          </h3>
          {status === 'validated' && (
            <span className="text-sm text-ok">{kind === 'consent' ? t('consentDone') : t('validated')}</span>
          )}
        </div>
        {status === 'rejected' && <Rejection document={document} />}
        {open && document.help && <p className="text-sm text-muted">{document.help}</p>}
        {kind === 'consent' && document.text && open && <Consent document={document} child={child} />}
        {kind === 'file' && open && (
          <PhoneUpload documentId={document.id} name={document.name} again={status === 'rejected'} texts={texts} />
        )}
        {kind === 'file' && status === 'uploaded' && (
          <details className="-my-2 open:mb-0">
            <summary className="flex min-h-11 list-none flex-wrap items-center gap-x-3 text-sm">
              <span className="text-info">{t('uploaded')}</span>
              <span className="link">{t('replace')}</span>
            </summary>
            <PhoneUpload documentId={document.id} name={document.name} again texts={texts} />
          </details>
        )}
      </div>
    </li>
  )
}

async function Rejection({ document: { rejection } }: { document: FamilyDocument }) {
  const [t, documents] = await Promise.all([getTranslations('families.page'), getTranslations('documents')])
  const { code, note } = rejection ?? { code: 'other' as const, note: null }
  const sentence = code === 'other' ? (note ?? '') : documents(`rejection.${code}`)
  return (
    <div className="rounded bg-danger-soft px-3 py-2">
      <p className="font-medium text-danger">{t('rejectedTitle')}</p>
      <p>
        {sentence}
        {code !== 'other' && note ? ` ${note}` : ''}
      </p>
    </div>
  )
}

async function Consent({ document, child }: { document: FamilyDocument; child: FamilyChild }) {
  const t = await getTranslations('families.page')
  const { text } = document
  if (!text) return null
  return (
    <details className="group">
      <summary className="btn btn-secondary btn-lg list-none group-open:hidden">{t('read')}</summary>
      <div className="grid gap-3">
        <h4 className="font-semibold">{text.title}</h4>
        <p className="whitespace-pre-line">{text.body}</p>
        <p className="text-sm text-muted">{t('version', { version: text.version })}</p>
        <ConsentForm
          studentId={child.studentId}
          consentTextId={text.id}
          texts={{
            heard: t('heard', { name: child.firstName }),
            accept: t('accept'),
            accepting: t('accepting'),
            offline: t('consentOffline'),
            reopen: t('reopen'),
          }}
        />
      </div>
    </details>
  )
}
