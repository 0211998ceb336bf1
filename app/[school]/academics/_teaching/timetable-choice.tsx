import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { type Option, Select } from '@/components/ui/select'

type Props = {
  path: string
  groups: readonly Option[]
  teachers: readonly Option[]
  group: string
  teacher: string
  /** The year of the address, when it is not the usual one. */
  year: string | null
}

/** Whose week: plain forms, one for a group and one for a teacher. */
export function TimetableChoice({ path, groups, teachers, group, teacher, year }: Props) {
  const t = useTranslations('timetable')
  const kept = year && <input type="hidden" name="year" value={year} />
  return (
    <div className="mb-4 flex flex-wrap gap-x-6 gap-y-3" data-print="hide">
      <form action={path} className="flex items-end gap-2">
        {kept}
        <Field name="group" label={t('group')}>
          <Select options={groups} placeholder="—" defaultValue={group} />
        </Field>
        <Button type="submit">{t('apply')}</Button>
      </form>
      {teachers.length > 0 && (
        <form action={path} className="flex items-end gap-2">
          {kept}
          <Field name="teacher" label={t('teacher')}>
            <Select options={teachers} placeholder="—" defaultValue={teacher} />
          </Field>
          <Button type="submit">{t('apply')}</Button>
        </form>
      )}
    </div>
  )
}
