'use client'

import { useTranslations } from 'next-intl'
import { useCall } from '@/components/layout/use-call'
import { Menu } from '@/components/ui/menu'
import type { draftSources } from '@/lib/domain/evaluation/versions/schema'
import { createDraftAction } from '../actions'

type Source = Exclude<(typeof draftSources)[number], 'version'>

/** Begins a version: from the rules in force, last year's, or those that every school starts with. */
export function NewDraft({ slug, yearId, sources }: { slug: string; yearId: string; sources: readonly Source[] }) {
  const t = useTranslations('evaluation')
  const { call, pending } = useCall()
  const begin = (source: Source) => call(() => createDraftAction(slug, { schoolYearId: yearId, source }))
  const items = sources.map((source) => ({
    label: t(`draft.${source}`),
    onSelect: () => begin(source),
    disabled: pending,
  }))
  return (
    <Menu label={t('draft.new')} items={items} variant="primary">
      {t('draft.new')}
    </Menu>
  )
}
