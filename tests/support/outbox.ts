import { database } from '@/lib/platform/db/client'

type Wanted = { to?: string; template?: string }

/** The school's mails, oldest first; without SMTP they keep their text after delivery too. */
export async function mailsOf(school: { id: string }, { to, template }: Wanted = {}) {
  return database().prisma.outboxMail.findMany({
    where: { schoolId: school.id, ...(to ? { to } : {}), ...(template ? { template } : {}) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}

/** Mails of the platform (invitation of a first rector, password reset), oldest first. */
export async function platformMailsTo(to: string) {
  return database().prisma.platformMail.findMany({ where: { to }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
}

/** Asks until something has come: a page says that a mail goes out before anybody can read it. */
export async function arrived<T>(ask: () => Promise<T[]>): Promise<T[]> {
  for (let left = 100; left > 0; left -= 1) {
    const found = await ask()
    if (found.length > 0) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('no mail came in ten seconds')
}

/** The first address in a mail's text. */
export function linkIn(mail: { text: string } | undefined): string {
  const link = /https?:\/\/\S+/.exec(mail?.text ?? '')?.[0]
  if (!link) throw new Error(`no link in the mail: ${mail?.text}`)
  return link
}
