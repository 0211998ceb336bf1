'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { StaffUpload, type UploadActions } from '@/components/documents/staff-upload'
import { apiHeaders } from '@/components/layout/api-headers'
import { useWhereabouts } from '@/components/layout/person-context'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { toast } from '@/components/ui/toast'
import { confirmActivityFileAction, offerActivityFileAction, removeActivityFileAction } from '../../../actions'

type ActivityFilesProps = {
  school: string
  activityId: string
  files: readonly { id: string; fileName: string }[]
  writes: boolean
}

/** What hangs on an activity: the sheet of exercises, the rubric. Straight to the store and back. */
export function ActivityFiles({ school, activityId, files, writes }: ActivityFilesProps) {
  const t = useTranslations('activityForms')
  const router = useRouter()
  const { schoolId } = useWhereabouts()
  const { call, pending } = useCall()
  const actions = useMemo<UploadActions>(
    () => ({
      offer: (slug, input) => offerActivityFileAction(slug, { ...ofActivity(input), activityId }),
      confirm: (slug, input) => {
        const { fileId } = input as { fileId: string }
        return confirmActivityFileAction(slug, { activityId, storedFileId: fileId })
      },
    }),
    [activityId],
  )
  const open = async (id: string) => {
    const answer = await fetch(`/api/v1/gradebook/activities/${activityId}/files/${id}/address`, {
      headers: apiHeaders(schoolId),
    }).catch(() => null)
    if (!answer?.ok) return toast({ tone: 'danger', text: t('fileFailed') })
    window.open(((await answer.json()) as { url: string }).url, '_blank', 'noopener')
  }
  return (
    <Section title={t('files')}>
      <div className="grid gap-3">
        {files.length === 0 && <p className="text-muted">{t('filesEmpty')}</p>}
        {files.map(({ id, fileName }) => (
          <div key={id} className="flex items-center gap-2">
            <button type="button" className="link min-w-0 truncate text-left" onClick={() => open(id)}>
              {fileName}
            </button>
            {writes && (
              <Button
                size="sm"
                variant="ghost"
                loading={pending}
                onClick={() =>
                  call(
                    () => removeActivityFileAction(school, { activityId, storedFileId: id }),
                    () => router.refresh(),
                  )
                }
              >
                {t('fileRemove')}
              </Button>
            )}
          </div>
        ))}
        {writes && (
          <div>
            <StaffUpload
              key={files.length}
              school={school}
              documentId={activityId}
              name={t('fileAdd')}
              replaces={false}
              actions={actions}
            />
          </div>
        )}
      </div>
    </Section>
  )
}

/** The upload speaks of documents; here the activity is named beside. */
function ofActivity(input: unknown): object {
  const { documentId: _, ...facts } = input as { documentId: string }
  return facts
}
