'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import type { GroupRow } from '@/lib/domain/academics/groups/schema'
import { setGroupActiveAction, updateGroupAction } from '../actions'
import { type GroupChoiceLists, GroupFields, groupInput } from './group-fields'

type Props = { slug: string; group: GroupRow; lists: GroupChoiceLists }

const toForm = (group: Partial<GroupRow>) => ({
  version: group.version ?? 1,
  code: group.code ?? '',
  shift: group.shift ?? '',
  capacity: group.capacity ? String(group.capacity) : '',
  room: group.room ?? '',
  studyPlanId: group.studyPlanId ?? '',
  directorId: group.directorId ?? '',
})

export function EditGroupForm({ slug, group, lists }: Props) {
  const t = useTranslations('academics')
  const router = useRouter()
  const back = `/${slug}/academics?year=${group.schoolYearId}`
  const form = useActionForm({
    school: slug,
    action: updateGroupAction,
    initial: { classGroupId: group.id, ...toForm(group) },
    toInput: groupInput,
    fromCurrent: (current) => toForm(current as Partial<GroupRow>),
    success: t('groups.saved'),
    onSuccess: () => router.push(back),
  })
  return (
    <ActionForm form={form} submit={t('groups.save')} cancelHref={back}>
      <TextField
        form={form}
        name="code"
        label={t('groups.code')}
        help={t('groups.codeRename')}
        maxLength={10}
        clean={(typed) => typed.toUpperCase()}
        className="max-w-60"
      />
      <GroupFields form={form} lists={lists} />
    </ActionForm>
  )
}

/** Out of use, or back into it. */
export function GroupUse({ slug, group }: Pick<Props, 'slug' | 'group'>) {
  const t = useTranslations('academics')
  const { call, pending } = useCall()
  const isActive = !group.isActive
  return (
    <Button
      variant={group.isActive ? 'danger' : 'secondary'}
      loading={pending}
      onClick={() =>
        call(
          () => setGroupActiveAction(slug, { classGroupId: group.id, version: group.version, isActive }),
          () => toast({ tone: 'ok', text: t(isActive ? 'groups.reactivated' : 'groups.deactivated') }),
        )
      }
    >
      {t(group.isActive ? 'groups.deactivate' : 'groups.reactivate')}
    </Button>
  )
}
