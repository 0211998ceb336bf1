import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ScriptError } from '../console.ts'

const BYTES = {
  postgresPassword: 24,
  ownerPassword: 24,
  appPassword: 24,
  storeAccessKeyId: 10,
  storeSecretAccessKey: 32,
  authSecret: 48,
} as const

export type Secrets = Record<keyof typeof BYTES, string>

/** The secrets of the embedded mode: random, made once per data folder and kept there in secrets.json (0600). */
export function secretsOf(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json')
  const known = existsSync(file) ? readSecrets(file) : {}
  const missing = (Object.keys(BYTES) as (keyof Secrets)[]).filter((name) => !known[name])
  for (const name of missing) known[name] = randomBytes(BYTES[name]).toString('base64url')
  if (missing.length > 0) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, `${JSON.stringify(known, null, 2)}\n`, { mode: 0o600 })
    chmodSync(file, 0o600)
  }
  return known as Secrets
}

function readSecrets(file: string): Partial<Secrets> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new ScriptError(`${file} is damaged: restore it, or remove the data folder to begin anew.`)
  }
}
