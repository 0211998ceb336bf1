import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { ScriptError } from './console.ts'

/** Reads `.env` into process.env; what is already set wins. A line that is no NAME=value is an error with its number. */
export function loadEnvFile(file = '.env'): void {
  if (!existsSync(file)) return
  const text = readFileSync(file, 'utf8')
  const outsideQuotes = text.replaceAll(
    /=\s*(["'`])[\s\S]*?\1/g,
    (value) => `=${'\n'.repeat(value.split('\n').length - 1)}`,
  )
  for (const [index, line] of outsideQuotes.split('\n').entries()) {
    if (/^\s*(#|$)/.test(line) || /^\s*(export\s+)?[A-Za-z_]\w*\s*=/.test(line)) continue
    throw new ScriptError(`${file}, line ${index + 1}: not of the form NAME=value.`)
  }
  for (const [name, value] of Object.entries(parseEnv(text))) process.env[name] ??= value
}
