import { exportMonth } from '@/lib/domain/attendance/month/queries'
import { download } from '@/lib/platform/download'
import { orNotFound, pageContext } from '@/lib/platform/page'

/** The sheet as a file. Its REST door takes the school from a header, which a link cannot send. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[school]/attendance/[groupId]/month/file'>,
): Promise<Response> {
  const [ctx, { groupId }] = await Promise.all([pageContext(params), params])
  const sent = new URL(request.url).searchParams
  const month = sent.get('month')
  const format = sent.get('format') === 'csv' ? 'csv' : 'xlsx'
  return download(
    await orNotFound(exportMonth.run(ctx, { classGroupId: groupId, format, ...(month ? { month } : {}) })),
  )
}
