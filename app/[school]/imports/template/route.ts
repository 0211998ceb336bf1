import { notFound, redirect } from 'next/navigation'
import { only } from '@/components/layout/search-params'
import { kindsOf } from '@/lib/domain/imports/policy'
import { importTemplateFile } from '@/lib/domain/imports/queries'
import { download } from '@/lib/platform/download'
import { orNotFound, pageContext } from '@/lib/platform/page'

/** The template as a link opens it: the REST door takes the school from a header, which a link cannot send. */
export async function GET(request: Request, { params }: RouteContext<'/[school]/imports/template'>): Promise<Response> {
  const ctx = await pageContext(params)
  const kinds = kindsOf(ctx)
  if (kinds.length === 0) notFound()
  const sent = Promise.resolve(Object.fromEntries(new URL(request.url).searchParams))
  const asked = await only(sent, ['kind', 'format', 'courseId', 'periodId'] as const)
  // Of a list that this person does not import there is no template: what can be imported is chosen first.
  if (!kinds.some((kind) => kind === asked.kind)) redirect(`/${ctx.school.slug}/imports/new`)
  return download(await orNotFound(importTemplateFile.run(ctx, asked)))
}
