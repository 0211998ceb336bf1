import { only } from '@/components/layout/search-params'
import { importTemplateFile } from '@/lib/domain/imports/queries'
import { download } from '@/lib/platform/download'
import { orNotFound, pageContext } from '@/lib/platform/page'

/** The template as a link opens it: the REST door takes the school from a header, which a link cannot send. */
export async function GET(request: Request, { params }: RouteContext<'/[school]/imports/template'>): Promise<Response> {
  const ctx = await pageContext(params)
  const sent = Promise.resolve(Object.fromEntries(new URL(request.url).searchParams))
  const asked = await only(sent, ['kind', 'format', 'courseId', 'periodId'] as const)
  return download(await orNotFound(importTemplateFile.run(ctx, { kind: 'students', ...asked })))
}
