import { readFileSync } from 'node:fs'
import path from 'node:path'
import { distDir } from '@/scripts/building/build'

const manifest = (name: string): unknown => JSON.parse(readFileSync(path.join(distDir(), 'server', name), 'utf8'))

export type BuiltAction = { id: string; name: string }

/** What the build answers to: pages and route handlers as the app folder names them, actions as `file#export`. */
export function builtDoors(): { pages: string[]; routes: string[]; actions: BuiltAction[] } {
  const entries = [
    ...Object.keys(manifest('app-paths-manifest.json') as object),
    ...Object.keys(manifest('pages-manifest.json') as object).map((page) => `/pages${page}/page`),
  ]
  const ending = (word: string) =>
    entries
      .filter((entry) => entry.endsWith(`/${word}`))
      .map((entry) => entry.slice(0, -word.length - 1).replaceAll(/\/\([\w-]+\)/g, '') || '/')
  const { node, edge } = manifest('server-reference-manifest.json') as Record<
    'node' | 'edge',
    Record<string, { filename: string; exportedName: string }>
  >
  const actions = Object.entries({ ...node, ...edge }).map(([id, { filename, exportedName }]) => ({
    id,
    name: `${filename.replace(/^app\//, '')}#${exportedName}`,
  }))
  return { pages: ending('page').sort(), routes: ending('route').sort(), actions }
}
