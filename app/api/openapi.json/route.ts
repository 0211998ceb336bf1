import { apiRoutes } from '@/generated/api-routes'
import { env } from '@/lib/platform/env'
import { openApiDocument, servedRoutes } from '@/lib/platform/openapi'

export const dynamic = 'force-dynamic'

let text: string | undefined

/** The contract of /api/v1. It holds no school's data, so anybody may read it. */
export async function GET(): Promise<Response> {
  text ??= JSON.stringify(openApiDocument(await servedRoutes(apiRoutes), env().APP_URL))
  return new Response(text, {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'private, no-store' },
  })
}
