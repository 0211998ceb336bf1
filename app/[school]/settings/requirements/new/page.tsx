import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { RequirementPage } from '../_components/requirement-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requirements'))('new') }
}

export default async function NewRequirementPage({ params }: { params: Promise<{ school: string }> }) {
  const ctx = await pageContext(params)
  if (!can(ctx.permissions, 'config:institution')) notFound()
  return <RequirementPage ctx={ctx} />
}
