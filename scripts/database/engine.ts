import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import { ScriptError } from '../console.ts'
import { migrationAdapter } from './adapter.ts'
import { schemaFiles } from './files.ts'

let loaded = false

/** Runs `use` with Prisma's schema engine (WebAssembly, nothing to download) connected to the database. */
export async function withEngine<T>(url: string, use: (engine: glue.SchemaEngine) => Promise<T>): Promise<T> {
  load()
  const adapter = migrationAdapter(url)
  const datamodels = schemaFiles().map(({ path: file, content }): [string, string] => [file, content])
  try {
    const engine = await glue.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter))
    return await use(engine)
  } catch (error) {
    throw readable(error)
  } finally {
    await adapter.closeAll()
  }
}

/** The engine's errors carry its own call stack in the text; the first lines are the message. */
function readable(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'SchemaConnectorError') return error
  return new ScriptError(error.message.replace(/\n\s+0: [\s\S]*$/, '').trim())
}

/** The glue module caches views of the memory, so there is one instance per process. */
function load(): void {
  if (loaded) return
  loaded = true
  const resolve = createRequire(import.meta.url).resolve
  const folder = path.dirname(resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const wasm = new WebAssembly.Module(readFileSync(path.join(folder, 'schema_engine_bg.wasm')))
  const imports = { './schema_engine_bg.js': { ...glue } as unknown as WebAssembly.ModuleImports }
  const { exports } = new WebAssembly.Instance(wasm, imports)
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => console.error(text) } })
  glue.__wbg_set_wasm(exports)
  if (typeof exports.__wbindgen_start === 'function') exports.__wbindgen_start()
}
