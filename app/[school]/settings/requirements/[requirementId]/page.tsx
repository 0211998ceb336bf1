import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { listRequirements } from '@/lib/domain/requirements/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { RequirementPage } from '../_components/requirement-page'

type Props = { params: Promise<{ school: string; requirementId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requirements'))('one') }
}

export default async function EditRequirementPage({ params }: Props) {
  const [ctx, { requirementId }] = await Promise.all([pageContext(params), params])
  if (!can(ctx.permissions, 'config:institution')) notFound()
  const { items } = await orNotFound(listRequirements.run(ctx, {}))
  const requirement = items.find(({ id }) => id === requirementId)
  if (!requirement) notFound()
  return <RequirementPage ctx={ctx} requirement={requirement} />
}
