import { openPaper } from '@/lib/domain/papers/files/commands'
import { orNotFound, pageContext } from '@/lib/platform/page'

/** The PDF of a certificate, from the store: the school is in the address, as a link cannot send a header. */
export async function GET(_: Request, { params }: RouteContext<'/[school]/papers/[paperId]/pdf'>) {
  const ctx = await pageContext(params)
  const { url } = await orNotFound(openPaper.run(ctx, { paperId: (await params).paperId }))
  return new Response(null, { status: 302, headers: { Location: url, 'Cache-Control': 'private, no-store' } })
}
