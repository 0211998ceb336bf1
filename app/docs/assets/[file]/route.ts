import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const types: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
}

/** Swagger UI's own two files, from its package. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params
  const type = types[file]
  if (!type) return new Response(null, { status: 404 })
  const body = await readFile(join(process.cwd(), 'node_modules/swagger-ui-dist', file))
  return new Response(new Uint8Array(body), { headers: { 'Content-Type': type } })
}
