import { exportLevels } from '@/lib/domain/sheets/commands'
import { levelsInput } from '@/lib/domain/sheets/levels/schema'
import { download } from '@/lib/platform/download'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { knownParams, singleParams } from '../../_components/params'

/** What the screen shows as a file. Its REST door takes the school from a header, which a link cannot send. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[school]/sheets/levels/export'>,
): Promise<Response> {
  const ctx = await pageContext(params)
  const sent = singleParams(Object.fromEntries(new URL(request.url).searchParams))
  return download(await orNotFound(exportLevels.run(ctx, knownParams(levelsInput.shape, sent))))
}
