'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { useActionForm } from '@/components/layout/use-action-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { Branding } from '@/lib/domain/schools/branding/schema'
import { isHexColor } from '@/lib/shared/contrast'
import { updateBrandingAction } from '../actions'
import { ColorPreview } from './color-preview'
import { SchoolPreview } from './school-preview'

/** The product's own colour, for schools that have not chosen one. */
const ownColor = '#3f4ab8'
const proposals = ['#1f4b99', '#1f6f54', '#8a1c2b', '#b35c00', '#5b3a8e', '#0f6d7a', '#3b3f46']

export function ColorForm({ slug, name, branding }: { slug: string; name: string; branding: Branding }) {
  const t = useTranslations('settings')
  const form = useActionForm({
    school: slug,
    action: updateBrandingAction,
    initial: { version: branding.version, primaryColor: branding.primaryColor ?? ownColor },
    success: t('branding.saved'),
  })
  const typed = form.values.primaryColor.trim()
  const color = isHexColor(typed) ? typed.toLowerCase() : null
  return (
    <ActionForm form={form} submit={t('branding.saveColor')}>
      <Field
        name="primaryColor"
        label={t('branding.field')}
        help={t('branding.fieldHelp')}
        error={form.errors.primaryColor}
      >
        <Input
          className="max-w-40"
          value={form.values.primaryColor}
          maxLength={7}
          spellCheck={false}
          onChange={(event) => form.set('primaryColor', event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <input
          type="color"
          className="h-(--control) w-14 cursor-pointer rounded border border-border bg-surface p-1"
          aria-label={t('branding.pick')}
          value={color ?? ownColor}
          onChange={(event) => form.set('primaryColor', event.target.value)}
        />
        {proposals.map((proposal) => (
          <button
            key={proposal}
            type="button"
            className="hit size-8 rounded-full border border-border"
            style={{ background: proposal }}
            aria-label={t('branding.use', { color: proposal })}
            aria-pressed={color === proposal}
            onClick={() => form.set('primaryColor', proposal)}
          />
        ))}
      </div>
      {color && (
        <>
          <h3 className="font-medium">{t('branding.preview')}</h3>
          <SchoolPreview color={color} name={name} logo={branding.logo && `/${slug}/logo?v=${branding.logo}`} />
          <ColorPreview color={color} />
        </>
      )}
    </ActionForm>
  )
}
