// Ends the programs of a parent that died without a chance to do it itself (kill -9, a crash).
// Lines on stdin: "keep <pid> <signal>" and "drop <pid>"; the pipe closes when the parent is gone.
import { createInterface } from 'node:readline'

const kept = new Map()
// A Ctrl-C at the terminal is the parent's to answer.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})

for await (const line of createInterface({ input: process.stdin })) {
  const [verb, pid, signal] = line.split(' ')
  if (verb === 'keep') kept.set(Number(pid), signal)
  else kept.delete(Number(pid))
}
for (const [pid, signal] of kept) end(pid, signal)
const deadline = Date.now() + 10_000
while ([...kept.keys()].some((pid) => end(pid, 0)) && Date.now() < deadline)
  await new Promise((done) => setTimeout(done, 200))
for (const pid of kept.keys()) end(pid, 'SIGKILL')

/** Signals the process; answers whether there was one. */
function end(pid, signal) {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}
