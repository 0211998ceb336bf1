import { openCard } from '@/lib/domain/report-cards/commands'
import { orNotFound, pageContext } from '@/lib/platform/page'

/** The PDF of a card, from the store: the school is in the address, as a link cannot send a header. */
export async function GET(_: Request, { params }: RouteContext<'/[school]/report-cards/[reportCardId]/pdf'>) {
  const ctx = await pageContext(params)
  const { url } = await orNotFound(openCard.run(ctx, { reportCardId: (await params).reportCardId }))
  return new Response(null, { status: 302, headers: { Location: url, 'Cache-Control': 'private, no-store' } })
}
