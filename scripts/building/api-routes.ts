import { globSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'

const root = 'app/api/v1'

const pathOf = (file: string): string =>
  `/api/v1/${relative(root, dirname(file))}`.replaceAll(/\[(\w+)\]/g, '{$1}').replace(/\/$/, '')

/** Writes generated/api-routes.ts: every REST route file with its path, for the OpenAPI document and its tests. */
export function writeApiRoutes(): void {
  const lines = globSync(`${root}/**/route.ts`)
    .sort()
    .map((file) => `  { path: '${pathOf(file)}', load: () => import('../${file.replace(/\.ts$/, '')}') },`)
  mkdirSync('generated', { recursive: true })
  writeFileSync(
    'generated/api-routes.ts',
    `// Written by scripts/building/api-routes.ts from app/api/v1.
export const apiRoutes: { path: string; load: () => Promise<object> }[] = [
${lines.join('\n')}
]
`,
  )
}
