import { viewSignature } from '@/lib/domain/papers/signatures/queries'
import { AppError } from '@/lib/platform/errors'
import { pageContext } from '@/lib/platform/page'

type Route = { params: Promise<{ school: string; membershipId: string }> }

/** The picture of a signature as an address for <img>, for who sets the school up and for nobody else. */
export async function GET(_: Request, { params }: Route): Promise<Response> {
  try {
    const [ctx, { membershipId }] = [await pageContext(params), await params]
    const { url } = await viewSignature.run(ctx, { membershipId })
    return new Response(null, { status: 307, headers: { Location: url, 'Cache-Control': 'private, no-store' } })
  } catch (error) {
    if (error instanceof AppError) return new Response(null, { status: error.status })
    throw error
  }
}
