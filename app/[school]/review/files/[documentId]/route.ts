import { openFile } from '@/lib/domain/enrollments/documents/files/queries'
import { orNotFound, pageContext } from '@/lib/platform/page'

/** Shows a file in the page: the school is in the address, as an <img> or a frame cannot send a header. */
export async function GET(request: Request, { params }: RouteContext<'/[school]/review/files/[documentId]'>) {
  const ctx = await pageContext(params)
  const fileId = new URL(request.url).searchParams.get('file')
  const { documentId } = await params
  const { url } = await orNotFound(openFile.run(ctx, { documentId, ...(fileId ? { fileId } : {}) }))
  return new Response(null, { status: 302, headers: { Location: url, 'Cache-Control': 'private, no-store' } })
}
