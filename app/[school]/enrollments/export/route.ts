import { exportEnrollments } from '@/lib/domain/enrollments/commands'
import { download } from '@/lib/platform/download'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { filterOf, singleParams } from '../_list/params'

/** The list's file for a browser: a link cannot name the school in a header. */
export async function GET(request: Request, { params }: RouteContext<'/[school]/enrollments/export'>) {
  const ctx = await pageContext(params)
  const search = singleParams(Object.fromEntries(new URL(request.url).searchParams))
  const format = search.format === 'csv' ? 'csv' : 'xlsx'
  return download(await orNotFound(exportEnrollments.run(ctx, { ...filterOf(search), format })))
}
