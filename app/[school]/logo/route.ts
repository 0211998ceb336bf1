import { readLogo } from '@/lib/domain/schools/branding/queries'
import { AppError } from '@/lib/platform/errors'
import { pageContext } from '@/lib/platform/page'

/** The school's logo as an address for <img>; who is no member gets what everybody else gets: nothing. */
export async function GET(_: Request, { params }: { params: Promise<{ school: string }> }): Promise<Response> {
  try {
    const { url } = await readLogo.run(await pageContext(params), {})
    return new Response(null, { status: 307, headers: { Location: url, 'Cache-Control': 'private, no-store' } })
  } catch (error) {
    if (error instanceof AppError) return new Response(null, { status: error.status })
    throw error
  }
}
