import { exportFigures } from '@/lib/domain/schools/figures/commands'
import { download } from '@/lib/platform/download'
import { orNotFound, platformPageContext } from '@/lib/platform/page'

/** What the page shows as a file, for a link to open. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await platformPageContext()
  const schoolId = new URL(request.url).searchParams.get('schoolId')
  return download(await orNotFound(exportFigures.run(ctx, schoolId ? { schoolId } : {})))
}
