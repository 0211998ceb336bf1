import { importTemplate } from '@/lib/domain/academics/import/queries'
import { download } from '@/lib/platform/download'
import { orNotFound, pageContext } from '@/lib/platform/page'

type Route = { params: Promise<{ school: string }> }

/** The empty spreadsheet. Its REST door takes the school from a header, which a link cannot send. */
export async function GET(request: Request, { params }: Route): Promise<Response> {
  const ctx = await pageContext(params)
  const sent = new URL(request.url).searchParams
  const input = { kind: sent.get('kind') ?? 'plan', format: sent.get('format') ?? 'xlsx' }
  return download(await orNotFound(importTemplate.run(ctx, input)))
}
