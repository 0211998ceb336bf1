import { readMinutes } from '@/lib/domain/meetings/minutes/queries'
import { download } from '@/lib/platform/download'
import { orNotFound, pageContext } from '@/lib/platform/page'

/** The minutes as PDF. Their REST door takes the school from a header, which a link cannot send. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[school]/meetings/[meetingId]/minutes'>,
): Promise<Response> {
  const [ctx, { meetingId }] = await Promise.all([pageContext(params), params])
  return download(await orNotFound(readMinutes.run(ctx, { meetingId })))
}
