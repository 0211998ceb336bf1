import { exportStudents } from '@/lib/domain/students/commands'
import { download } from '@/lib/platform/download'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { listInput, singleParams } from '../_components/list-input'

/** The list as it is filtered on the screen, as a file. Its REST door takes the school from a header, which a link cannot send. */
export async function GET(request: Request, { params }: RouteContext<'/[school]/students/export'>): Promise<Response> {
  const ctx = await pageContext(params)
  const sent = singleParams(Object.fromEntries(new URL(request.url).searchParams))
  const { cursor: _, limit: __, ...filter } = listInput(sent)
  const format = sent.format === 'csv' ? 'csv' : 'xlsx'
  return download(await orNotFound(exportStudents.run(ctx, { ...filter, format })))
}
