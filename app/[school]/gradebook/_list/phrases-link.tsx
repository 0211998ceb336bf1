import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { sharePhrases } from '@/lib/domain/gradebook/phrases/policy'
import type { SchoolContext } from '@/lib/platform/context'
import { can } from '@/lib/platform/permissions'

/** The way to the school's phrases, from where they are used, for who keeps them. */
export async function schoolPhrasesLink(ctx: SchoolContext) {
  if (!can(ctx.permissions, sharePhrases)) return null
  const t = await getTranslations('words')
  return <LinkButton href={`/${ctx.school.slug}/gradebook/phrases`}>{t('school.title')}</LinkButton>
}
