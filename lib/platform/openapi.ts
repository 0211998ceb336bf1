import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import type { Endpoint } from './endpoint'
import { errorStatus } from './errors'

const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Verb = (typeof verbs)[number]

export type ApiRoute = { path: string; load: () => Promise<object> }
export type ServedRoute = { path: string; verb: Verb; endpoint: Endpoint }

const isEndpoint = (value: unknown): value is Endpoint => typeof value === 'function' && 'operation' in value

/** Every verb of every route file, with the operation behind it. */
export async function servedRoutes(routes: readonly ApiRoute[]): Promise<ServedRoute[]> {
  const loaded = await Promise.all(routes.map(async ({ path, load }) => ({ path, module: await load() })))
  return loaded.flatMap(({ path, module }) =>
    verbs.flatMap((verb) => {
      const endpoint = (module as Partial<Record<Verb, unknown>>)[verb]
      return isEndpoint(endpoint) ? [{ path, verb, endpoint }] : []
    }),
  )
}

const problem = z
  .object({
    type: z.string(),
    title: z.enum(Object.keys(errorStatus) as [keyof typeof errorStatus]),
    status: z.int(),
    detail: z.string().meta({ description: 'A sentence for a person, in the language of the caller' }),
    instance: z.string().meta({ description: 'Id of the request, as the log has it' }),
    errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
    current: z.unknown().optional().meta({ description: 'On a conflict: the record as it is now' }),
    data: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' })

const schoolHeader = z.uuid().optional().meta({
  description: 'Which school, for people with several; with an API token it may only repeat the token’s school',
})
const idempotencyHeader = z.string().max(255).optional().meta({
  description: 'The same key with the same body has one effect and gives the same answer, for 30 days',
})

function shapeOf(schema: z.ZodType): Record<string, z.ZodType> | null {
  return schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : null
}

function describe({ path, verb, endpoint }: ServedRoute): ZodOpenApiOperationObject {
  const { operation, info } = endpoint
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  const shape = shapeOf(operation.input as z.ZodType)
  const rest = shape ? Object.fromEntries(Object.entries(shape).filter(([name]) => !inPath.includes(name))) : {}
  const pathShape = Object.fromEntries(inPath.map((name) => [name, shape?.[name] ?? z.string()]))
  const reads = verb === 'GET'
  const body = shape ? z.strictObject(rest) : (operation.input as z.ZodType)
  const needs = operation.permissions.length > 0 ? `Needs ${operation.permissions.join(' or ')}.` : ''
  const problems = Object.fromEntries(
    ['400', '401', '403', '404', '409', '422', '429'].map((status) => [
      status,
      { description: 'Refused', content: { 'application/problem+json': { schema: problem } } },
    ]),
  )
  return {
    // Some operations have two routes, one for the office and one for families.
    operationId: info.audience === 'family' ? `family.${operation.name}` : operation.name,
    summary: info.summary,
    description: [info.description, needs].filter(Boolean).join(' '),
    tags: info.tags ?? [path.split('/')[3] ?? 'other'],
    ...(info.audience === 'family' ? { security: [{ familyLink: [] }] } : {}),
    requestParams: {
      ...(inPath.length > 0 ? { path: z.object(pathShape) } : {}),
      ...(reads && Object.keys(rest).length > 0 ? { query: z.object(rest) } : {}),
      header: z.object({
        ...(operation.scope === 'school' && info.audience !== 'family' ? { 'X-School-Id': schoolHeader } : {}),
        ...(operation.kind === 'command' ? { 'Idempotency-Key': idempotencyHeader } : {}),
      }),
    },
    ...(!reads && (!shape || Object.keys(rest).length > 0)
      ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } }
      : {}),
    responses: {
      [String(info.status ?? 200)]: {
        description: 'Done',
        content: {
          [info.contentType ?? 'application/json']: {
            schema: info.respond ? z.string() : (operation.output as z.ZodType),
          },
        },
      },
      ...problems,
    },
  }
}

/** OpenAPI 3.1, from the schemas that the operations themselves check with. */
export function openApiDocument(routes: readonly ServedRoute[], serverUrl: string) {
  const paths: ZodOpenApiPathsObject = {}
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.verb.toLowerCase()]: describe(route) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Athena ERP',
      version: '1.0.0',
      description:
        'The operations of the screens, for programs. Lists page by `cursor`; updates take the `version` that was read and answer 409 when somebody was faster; errors are problem+json.',
    },
    servers: [{ url: serverUrl }],
    security: [{ apiToken: [] }, { session: [] }],
    components: {
      securitySchemes: {
        apiToken: { type: 'http', scheme: 'bearer', description: 'API token of a person in a school (`ath_…`)' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'athena.session',
          description: 'A signed-in browser; unsafe calls need our own Origin',
        },
        familyLink: {
          type: 'apiKey',
          in: 'cookie',
          name: 'athena.family',
          description: 'A guardian who opened a family link',
        },
      },
    },
    paths,
  })
}
