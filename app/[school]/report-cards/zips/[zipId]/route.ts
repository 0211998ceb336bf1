import { openZip } from '@/lib/domain/report-cards/batch/commands'
import { orNotFound, pageContext } from '@/lib/platform/page'

/** The ZIP of a group, from the store: the school is in the address, as a link cannot send a header. */
export async function GET(_: Request, { params }: RouteContext<'/[school]/report-cards/zips/[zipId]'>) {
  const ctx = await pageContext(params)
  const { url } = await orNotFound(openZip.run(ctx, { fileId: (await params).zipId }))
  return new Response(null, { status: 302, headers: { Location: url, 'Cache-Control': 'private, no-store' } })
}
