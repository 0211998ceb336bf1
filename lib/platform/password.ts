import { hash, verify } from '@node-rs/argon2'

// argon2id with the library's defaults: 19 MiB, 2 passes, the OWASP minimum; about 46 ms on the machines we measured.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), options)

let nobody: Promise<string> | undefined

/** Takes the same time for an account that does not exist (`stored` null) as for one that does. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password')
  const matches = await verify(stored ?? (await nobody), password.normalize('NFKC')).catch(() => false)
  return stored !== null && matches
}
