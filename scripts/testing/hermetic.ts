import { settings } from '@/lib/platform/env'

/**
 * The environment of a test run: every setting of the program is empty, which counts as not set. So neither the shell
 * nor a `.env` (Next reads it too) leads tests to somebody's database or mail server.
 */
export function hermeticEnv(own: Record<string, string> = {}): NodeJS.ProcessEnv {
  const empty = Object.fromEntries(Object.keys(settings.shape).map((name) => [name, '']))
  const env: NodeJS.ProcessEnv = { ...process.env, ...empty, ...own }
  // Each program knows its own: vitest says test, the server production.
  Reflect.deleteProperty(env, 'NODE_ENV')
  return env
}
