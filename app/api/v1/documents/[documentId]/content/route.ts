import { openFile } from '@/lib/domain/enrollments/documents/files/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(openFile, {
  summary: 'Redirect to a file that was checked; the address is good for 60 s',
  tags: ['documents'],
  status: 302,
  respond: ({ url }: { url: string }) => new Response(null, { status: 302, headers: { Location: url } }),
})
