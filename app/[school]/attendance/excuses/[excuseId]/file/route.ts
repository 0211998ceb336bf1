import { openExcuseFile } from '@/lib/domain/attendance/excuses/files/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'

/** Shows the paper: the school is in the address, as a link cannot send a header. */
export async function GET(
  _: Request,
  { params }: RouteContext<'/[school]/attendance/excuses/[excuseId]/file'>,
): Promise<Response> {
  const ctx = await pageContext(params)
  const { excuseId } = await params
  const { url } = await orNotFound(openExcuseFile.run(ctx, { excuseId }))
  return new Response(null, { status: 302, headers: { Location: url, 'Cache-Control': 'private, no-store' } })
}
