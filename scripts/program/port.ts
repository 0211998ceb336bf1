import { ScriptError } from '../console.ts'
import { isPortFree } from '../services/free-port.ts'

/** The port of PORT (3000 without it), when it is a port and nobody listens on it. Throws ScriptError naming it. */
export async function chosenPort(): Promise<number> {
  const text = process.env.PORT || '3000'
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new ScriptError(`PORT is malformed: "${text}" is no port.`)
  if (!(await isPortFree(port))) {
    throw new ScriptError(`Port ${port} is taken: choose another one, for example PORT=${port + 1}.`)
  }
  return port
}
