import NextAuth from 'next-auth'
import { endSession, signIn } from '@/lib/domain/account/commands'
import { authOptions } from '@/lib/platform/auth'
import { mintPublic } from '@/lib/platform/mint'
import { countCall } from '@/lib/platform/rate-limit'
import { report } from '@/lib/platform/report'
import { type RequestMeta, systemMeta } from '@/lib/platform/request'

async function signInDoor(credentials: { email: string; password: string; code: string }, meta: RequestMeta) {
  const began = performance.now()
  const ctx = mintPublic(null, meta, 'es')
  try {
    await countCall({ address: meta.ip })
    const result = await signIn.run(ctx, credentials)
    report('action', 'account.signIn', began, ctx)
    return result
  } catch (error) {
    report('action', 'account.signIn', began, ctx, error)
    throw error
  }
}

const handler = (request: Request, route: unknown) =>
  NextAuth(
    authOptions({
      signIn: signInDoor,
      signOut: async (sessionId) => void (await endSession.run(mintPublic(null, systemMeta(), 'es'), { sessionId })),
    }),
  )(request, route)

export { handler as GET, handler as POST }
