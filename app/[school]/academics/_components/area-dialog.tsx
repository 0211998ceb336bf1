'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { Dialog } from '@/components/ui/dialog'
import type { AreaRow } from '@/lib/domain/academics/areas/schema'
import { createAreaAction, updateAreaAction } from '../actions'

type Props = { slug: string; area: AreaRow | null; onClose: () => void }

export function AreaDialog({ slug, area, onClose }: Props) {
  const t = useTranslations('academics')
  const form = useActionForm<Record<string, string | number>, unknown>({
    school: slug,
    action: area ? updateAreaAction : createAreaAction,
    initial: {
      name: area?.name ?? '',
      shortName: area?.shortName ?? '',
      ...(area ? { areaId: area.id, version: area.version } : {}),
    },
    success: t('areas.saved'),
    onSuccess: onClose,
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={area ? t('areas.edit', { name: area.name }) : t('areas.new')}
      width={520}
      locked={form.dirty}
    >
      <ActionForm form={form} submit={t(area ? 'areas.save' : 'areas.create')} onCancel={onClose}>
        <TextField form={form} name="name" label={t('areas.name')} maxLength={150} />
        <TextField
          form={form}
          name="shortName"
          label={t('areas.shortName')}
          help={t('areas.shortNameHelp')}
          optional
          maxLength={30}
        />
      </ActionForm>
    </Dialog>
  )
}
