// Plain JavaScript for the Node that the machine has (20 or newer): installs what package-lock.json lists,
// then runs scripts/<task>.ts on the Node version that the project pins as a dependency.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const stamp = path.join(root, 'node_modules', '.athena-lockfile')
const [task = '', ...args] = process.argv.slice(2)

if (!/^[a-z-]+$/.test(task) || !existsSync(path.join(root, 'scripts', `${task}.ts`))) {
  fail(`There is no task "${task}" (scripts/${task}.ts).`)
}
if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node ${process.versions.node} is too old: 20 or newer.`)

if (!isInstalled()) {
  const began = Date.now()
  console.log('• Installing packages (npm ci)')
  const code = await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', [
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ])
  if (code !== 0) fail('npm ci failed; its message is above.')
  writeFileSync(stamp, lockfileHash())
  console.log(`✓ Packages installed (${((Date.now() - began) / 1000).toFixed(1)} s)`)
}
process.exitCode = await run(nodeBinary(), ['--import', 'tsx', `scripts/${task}.ts`, ...args])

function lockfileHash() {
  return createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
}

/** True when the stamp is of this lockfile, or when somebody ran `npm install` and every version is the listed one. */
function isInstalled() {
  const installed = path.join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfileHash()) return true
  const present = readPackages(installed)
  const wanted = Object.entries(readPackages(path.join(root, 'package-lock.json')))
  const lacking = wanted.filter(
    ([name, { version, optional, extraneous }]) =>
      name && !optional && !extraneous && present[name]?.version !== version,
  )
  if (lacking.length === 0) writeFileSync(stamp, lockfileHash())
  // A server may be installed without what only building and testing need.
  return lacking.every(([, { dev }]) => dev && ['serve', 'worker', 'migrate'].includes(task))
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

function nodeBinary() {
  const own = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(own)) return own
  // The package fetches its program in an install script, which --ignore-scripts leaves out.
  if (Number(process.versions.node.split('.')[0]) < 22) fail('Node 24 is not installed: run "npm rebuild node".')
  return process.execPath
}

/** Runs a program in the project's folder, passes signals on and answers its exit code (128 + n after signal n). */
function run(command, parameters) {
  return new Promise((resolve) => {
    const PATH = [path.join(root, 'node_modules', '.bin'), process.env.PATH].join(path.delimiter)
    // The script ends when this process does, and this one when npm does, however that happened.
    const env = { ...process.env, PATH, ATHENA_PARENT: String(process.pid) }
    const child = spawn(command, parameters, { cwd: root, stdio: 'inherit', env })
    const forward = (signal) => child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR2']
    for (const signal of signals) process.on(signal, forward)
    const parent = process.ppid
    const watch = setInterval(() => process.ppid !== parent && forward('SIGTERM'), 500)
    if (!process.env.npm_lifecycle_event) clearInterval(watch)
    child.on('error', (error) => fail(`${command} could not be started: ${error.message}`))
    child.on('exit', (code, signal) => {
      clearInterval(watch)
      for (const name of signals) process.off(name, forward)
      resolve(code ?? 128 + (constants.signals[signal] ?? 1))
    })
  })
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
