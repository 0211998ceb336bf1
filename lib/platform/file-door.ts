import { z } from 'zod'
import { type Download, download } from './download'
import type { Operation, Scope } from './operation'
import { orNotFound, pageContext, platformPageContext } from './page'

type Params = Record<string, string>
type FileOperation<S extends Scope> = Operation<S, z.ZodObject, z.ZodType<Download>>

/**
 * The door of a file for a link of a page: its REST door takes the school from a header, which a link cannot send. Like the
 * page, it passes over what an old link or a typing hand left in the address. `named` turns the page's names into the filter's.
 */
export function fileDoor(
  operation: FileOperation<'school'> | FileOperation<'platform'>,
  named: (params: Params) => Record<string, unknown> = (params) => params,
) {
  return async (request: Request, { params }: { params: Promise<{ school: string }> | Promise<object> }) => {
    // A route without parameters has none, not even an empty object.
    const { school: _, ...path } = ((await params) ?? {}) as Params
    const sent = named({ ...Object.fromEntries(new URL(request.url).searchParams), ...path })
    const fitting = Object.entries(operation.input.shape).filter(
      ([name, field]) => sent[name] && z.safeParse(field, sent[name]).success,
    )
    const input = Object.fromEntries(fitting.map(([name]) => [name, sent[name]]))
    const file =
      operation.scope === 'school'
        ? operation.run(await pageContext(params as Promise<{ school: string }>), input)
        : operation.run(await platformPageContext(), input)
    return download(await orNotFound(file))
  }
}
