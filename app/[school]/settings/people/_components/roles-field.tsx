'use client'

import { useTranslations } from 'next-intl'
import type { FormValues } from '@/components/layout/form-path'
import type { ActionForm } from '@/components/layout/use-action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { Fieldset } from '@/components/ui/fieldset'
import { type SchoolRole, schoolRoles } from '@/lib/domain/people/rules'

/**
 * Several roles add up: who is teacher and coordinator may do what both may. @param legend `above`: the section's title says
 * it already
 */
export function RolesField<V extends FormValues & { roles: SchoolRole[] }>({
  form,
  legend,
}: {
  form: ActionForm<V>
  legend: 'shown' | 'above'
}) {
  const t = useTranslations('people')
  const { roles } = form.values
  const toggle = (role: SchoolRole, on: boolean) =>
    form.set('roles', on ? [...roles, role] : roles.filter((held) => held !== role))
  return (
    <Fieldset
      legend={legend === 'above' ? <span className="sr-only">{t('roles')}</span> : t('roles')}
      help={t('rolesHelp')}
    >
      <div id="f-roles" tabIndex={-1} className="grid gap-2 outline-none md:grid-cols-2">
        {schoolRoles.map((role) => (
          <Checkbox
            key={role}
            name="roles"
            value={role}
            label={t(`role.${role}`)}
            help={t(`roleHelp.${role}`)}
            checked={roles.includes(role)}
            onChange={(event) => toggle(role, event.target.checked)}
          />
        ))}
      </div>
      {form.errors.roles && <p className="text-sm text-danger">{form.errors.roles}</p>}
    </Fieldset>
  )
}
