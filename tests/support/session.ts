import { database } from '@/lib/platform/db/client'
import { hashSecret, randomSecret } from '@/lib/platform/secrets'
import { sessionLimits } from '@/lib/platform/session'
import { writeSessionKey } from '@/lib/platform/session-cookie'
import { newId } from './ids'

/** A living session row of the person and the value of the cookie that names it, as signing in makes them. */
export async function openSession(userId: string): Promise<{ sessionId: string; cookie: string }> {
  const secret = randomSecret()
  const sessionId = newId()
  await database().prisma.authSession.create({
    data: {
      id: sessionId,
      userId,
      secretHash: hashSecret(secret),
      ip: '127.0.0.1',
      userAgent: 'test',
      expiresAt: new Date(Date.now() + sessionLimits.absoluteHours * 3_600_000),
    },
  })
  return { sessionId, cookie: writeSessionKey({ sid: sessionId, secret }) }
}
