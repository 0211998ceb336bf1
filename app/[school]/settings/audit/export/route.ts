import { exportAudit } from '@/lib/domain/audit/commands'
import { download } from '@/lib/platform/download'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { wantedLines } from '../_parts/wanted'

/** The history as it is filtered on the screen, as a file. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[school]/settings/audit/export'>,
): Promise<Response> {
  const ctx = await pageContext(params)
  const sent = Object.fromEntries(new URL(request.url).searchParams)
  return download(await orNotFound(exportAudit.run(ctx, await wantedLines(Promise.resolve(sent)))))
}
