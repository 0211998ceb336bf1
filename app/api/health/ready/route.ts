import { readiness } from '@/lib/platform/health'

export const dynamic = 'force-dynamic'

/** Ready to serve pages: the database answers. The store is reported, and pages work without it. */
export async function GET(): Promise<Response> {
  const state = await readiness()
  return Response.json(state, { status: state.database === 'up' ? 200 : 503 })
}
