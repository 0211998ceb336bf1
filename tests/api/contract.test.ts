import { expect, it } from 'vitest'
import { errorStatus } from '@/lib/platform/errors'
import { openApiDocument } from '@/lib/platform/openapi'
import { everyRoute } from '@/tests/support/routes'

const routes = await everyRoute()
// As a program reads it: what JSON drops, nobody gets.
const document = JSON.parse(JSON.stringify(openApiDocument(routes, 'https://athena.example.com')))

type Parameter = { name: string; in: string; required?: boolean; schema: unknown }
type Described = {
  operationId: string
  summary: string
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: unknown }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>
  security?: Record<string, unknown>[]
}
const described = Object.entries(document.paths as Record<string, Record<string, Described>>).flatMap(([path, verbs]) =>
  Object.entries(verbs).map(([verb, operation]) => ({ path, verb, operation })),
)

it('is OpenAPI 3.1 and describes every verb of every route file', () => {
  expect(document.openapi).toMatch(/^3\.1\./)
  expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
  expect(described.map(({ path, verb }) => `${verb.toUpperCase()} ${path}`).sort()).toEqual(
    routes.map(({ path, verb }) => `${verb} ${path}`).sort(),
  )
})

it('names each operation once and says what it is for', () => {
  const names = described.map(({ operation }) => operation.operationId)
  expect(new Set(names).size).toBe(names.length)
  for (const { operation } of described) expect(operation.summary, operation.operationId).toMatch(/^[A-Z].{5,}/)
})

it('declares every part of a path, and nothing that is not in it', () => {
  for (const { path, operation } of described) {
    const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path')
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(inPath.map(({ name }) => name).sort(), path).toEqual(names.sort())
    for (const parameter of inPath) expect(parameter.required, `${path} ${parameter.name}`).toBe(true)
  }
})

it('takes closed objects in bodies, and answers with schemas and problems', () => {
  for (const { path, verb, operation } of described) {
    const where = `${verb} ${path}`
    const body = operation.requestBody?.content['application/json']?.schema
    if (body) expect(resolve(body), where).toMatchObject({ type: 'object', additionalProperties: false })
    const done = Object.entries(operation.responses).filter(([status]) => /^[23]/.test(status))
    expect(done, where).toHaveLength(1)
    for (const [status, response] of Object.entries(operation.responses)) {
      expect(response.description, `${where} ${status}`).toBeTruthy()
      if (/^4/.test(status)) expect(Object.keys(response.content ?? {}), where).toEqual(['application/problem+json'])
    }
  }
})

it('resolves every reference, and leaves no name without one', () => {
  for (const [, pointer] of JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g))
    expect(follow(pointer!), pointer).toBeDefined()
})

it('knows every code of a refusal, each with one status', () => {
  const problem = JSON.stringify(document.components.schemas.Problem)
  for (const code of Object.keys(errorStatus)) expect(problem).toContain(`"${code}"`)
})

it('protects everything: a token, a session or a family link', () => {
  const schemes = Object.keys(document.components.securitySchemes)
  expect(document.security.length).toBeGreaterThan(0)
  for (const { operation } of described)
    for (const demand of operation.security ?? [])
      for (const name of Object.keys(demand)) expect(schemes).toContain(name)
})

function follow(pointer: string): unknown {
  return pointer
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>(
      (at, step) => (at as Record<string, unknown> | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')],
      document,
    )
}

function resolve(schema: unknown): unknown {
  const reference = (schema as { $ref?: string }).$ref
  return reference ? follow(reference) : schema
}
