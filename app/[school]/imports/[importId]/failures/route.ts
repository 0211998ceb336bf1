import { importFailures } from '@/lib/domain/imports/rows/queries'
import { download } from '@/lib/platform/download'
import { orNotFound, pageContext } from '@/lib/platform/page'

/** The rows with errors as a file, for a link. */
export async function GET(
  _: Request,
  { params }: RouteContext<'/[school]/imports/[importId]/failures'>,
): Promise<Response> {
  const [ctx, { importId }] = await Promise.all([pageContext(params), params])
  return download(await orNotFound(importFailures.run(ctx, { importId })))
}
