type Cleanup = () => Promise<void> | void

/** What a script has started, ended in reverse order: at the end, on Ctrl-C and SIGTERM, and when something fails. */
export class Shutdown {
  private readonly cleanups: Cleanup[] = []
  private running: Promise<void> | undefined
  /** Resolves with the signal's name when somebody asks the script to stop. */
  readonly asked: Promise<NodeJS.Signals>

  constructor() {
    this.asked = new Promise((resolve) => {
      // A terminal's Ctrl-C comes twice, from the terminal and through bootstrap.mjs; the second changes nothing.
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal))
      // Nobody reads any more: `npm start | head`.
      process.stdout.once('error', () => resolve('SIGPIPE'))
      // bootstrap.mjs was killed outright: nobody is left who could ask.
      const parent = Number(process.env.ATHENA_PARENT)
      if (parent && parent === process.ppid) {
        setInterval(() => process.ppid !== parent && resolve('SIGTERM'), 500).unref()
      }
    })
  }

  /** Registers how to end what has just been started; when the end is under way already, it is ended at once. */
  add(cleanup: Cleanup): void {
    if (this.running) void Promise.resolve(cleanup()).catch(() => {})
    else this.cleanups.push(cleanup)
  }

  run(): Promise<void> {
    this.running ??= this.runAll()
    return this.running
  }

  private async runAll(): Promise<void> {
    for (const cleanup of this.cleanups.toReversed()) {
      try {
        await cleanup()
      } catch (error) {
        console.error(error)
      }
    }
  }
}

/** What a script answers that was asked to stop before it had done its work. */
const INTERRUPTED = 130

/** Runs `work` until it ends or somebody asks to stop, whichever is first; afterwards ends what was started. */
export async function withShutdown(
  work: (shutdown: Shutdown) => Promise<number>,
  whenAsked = INTERRUPTED,
): Promise<number> {
  const shutdown = new Shutdown()
  const working = work(shutdown)
  // When the signal wins, what `work` throws because its programs are being ended is no news.
  working.catch(() => {})
  const asked = shutdown.asked.then((signal) => {
    console.error(`Stopping (${signal}) …`)
    return whenAsked
  })
  try {
    return await Promise.race([working, asked])
  } finally {
    await shutdown.run()
  }
}
