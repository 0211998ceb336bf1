import { viewSignature } from '@/lib/domain/papers/signatures/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'

type Route = { params: Promise<{ school: string; signerId: string }> }

/** The picture of a signature as an address for <img>, for who sets the school up and for nobody else. */
export async function GET(_: Request, { params }: Route): Promise<Response> {
  const [ctx, { signerId }] = await Promise.all([pageContext(params), params])
  const { url } = await orNotFound(viewSignature.run(ctx, { membershipId: signerId }))
  return new Response(null, { status: 307, headers: { Location: url, 'Cache-Control': 'private, no-store' } })
}
