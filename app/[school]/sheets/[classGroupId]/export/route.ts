import { exportGroupSheet } from '@/lib/domain/sheets/commands'
import { download } from '@/lib/platform/download'
import { orNotFound, pageContext } from '@/lib/platform/page'

/** The sheet as a file. Its REST door takes the school from a header, which a link cannot send. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[school]/sheets/[classGroupId]/export'>,
): Promise<Response> {
  const [ctx, { classGroupId }] = await Promise.all([pageContext(params), params])
  const periodId = new URL(request.url).searchParams.get('periodId')
  return download(await orNotFound(exportGroupSheet.run(ctx, { classGroupId, ...(periodId ? { periodId } : {}) })))
}
