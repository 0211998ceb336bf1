import { registry } from '@/lib/platform/db/registry'
import { schemaFiles } from '@/scripts/database/files'

export type Field = {
  name: string
  type: string
  shape: 'one' | 'maybe' | 'many'
  column: string
  hasDefault: boolean
  /** The model whose id a scalar holds, where a key leads there. */
  target?: string
}
export type Model = {
  name: string
  /** Name of the client's property. */
  delegate: string
  table: string
  tenant: boolean
  relations: Field[]
  scalars: Field[]
}

/** The relations with a key of this model: where each leads, and the last column of its key. */
const relationsIn = (body: string) =>
  [...body.matchAll(/^ {2}\w+\s+(\w+)\??\s+@relation\([^)]*fields: \[([^\]]*)\]/gm)].map(
    ([, type = '', list = '']) => ({
      type,
      rest: list.split(', ').at(-1) ?? '',
    }),
  )

/** The data model as prisma/schema writes it, for tests that go over all of it. */
export const models: Model[] = schemaFiles()
  .flatMap(({ content }) => [...content.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)])
  .map(([, name = '', body = '']) => {
    const fields = [...body.matchAll(/^ {2}(\w+)\s+(\w+)(\[\]|\?)?(.*)$/gm)].map(
      ([, field = '', type = '', mark, rest = '']): Field => ({
        name: field,
        type,
        shape: mark === '[]' ? 'many' : mark === '?' ? 'maybe' : 'one',
        column: /@map\("(\w+)"\)/.exec(rest)?.[1] ?? field,
        hasDefault: /@default|@updatedAt/.test(rest),
      }),
    )
    for (const { type, rest } of relationsIn(body)) {
      const holder = fields.find((field) => field.name === rest)
      // Of two keys over one column the world-wide one, to people, says what the column holds.
      if (holder && holder.target !== 'User') holder.target = type
    }
    const entry = registry[name]
    if (!entry) throw new Error(`${name} is not in the registry: run scripts/generate-registry.ts`)
    return {
      name,
      delegate: name[0]!.toLowerCase() + name.slice(1),
      table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name,
      tenant: entry.tenant,
      relations: fields.filter((field) => field.type in registry),
      scalars: fields.filter((field) => !(field.type in registry)),
    }
  })

export const tenantModels = models.filter((model) => model.tenant)
export const modelNamed = (name: string): Model => {
  const found = models.find((model) => model.name === name)
  if (!found) throw new Error(`no model ${name}`)
  return found
}
