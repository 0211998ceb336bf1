import { globSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Operation, registeredOperations } from '@/lib/platform/operation'

/** Every operation of the program, sorted by name: found by loading each queries, commands and export file of the domain. */
export async function everyOperation(): Promise<Operation[]> {
  for (const file of globSync('lib/domain/**/{queries,commands,export}.ts').sort())
    await import(pathToFileURL(path.resolve(file)).href)
  return [...registeredOperations().values()].sort((a, b) => a.name.localeCompare(b.name))
}
