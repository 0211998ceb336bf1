import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export type SmtpSink = {
  /** For SMTP_URL. */
  url: string
  /** What has arrived, oldest first. */
  mails: Email[]
  /** The next mail to this address that has not been asked for yet; waits for it (milliseconds, default 10 s). */
  next: (to: string, timeout?: number) => Promise<Email>
  /** From now on every mail is refused with this answer (550 by default); undefined accepts again. */
  refuse: (message: string | undefined, code?: number) => void
  stop: () => Promise<void>
}

/** A real SMTP server on loopback that keeps what it is given. */
export async function startSmtp(): Promise<SmtpSink> {
  const mails: Email[] = []
  const taken = new Set<Email>()
  let refusal: Error | undefined
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onMailFrom: (_address, _session, done) => done(refusal),
    onData: async (stream, _session, done) => {
      const pieces: Buffer[] = []
      for await (const piece of stream) pieces.push(piece)
      mails.push(await PostalMime.parse(Buffer.concat(pieces)))
      done()
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo

  const next = async (to: string, timeout = 10_000): Promise<Email> => {
    const deadline = Date.now() + timeout
    while (Date.now() < deadline) {
      const found = mails.find((mail) => !taken.has(mail) && mail.to?.some(({ address }) => address === to))
      if (found) {
        taken.add(found)
        return found
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`no mail to ${to} within ${timeout} ms; ${mails.length} others arrived`)
  }

  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    next,
    refuse: (message, code = 550) => {
      refusal = message === undefined ? undefined : Object.assign(new Error(message), { responseCode: code })
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
