export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { keepNoContexts } = await import('@/lib/platform/manifests')
  keepNoContexts()
  await import('@/lib/platform/db/prisma')
  const { env } = await import('@/lib/platform/env')
  // next-auth reads its own address from this variable only.
  process.env.NEXTAUTH_URL = env().APP_URL
  const { guardServer } = await import('@/lib/platform/edge')
  guardServer()
  const { drainWhenReplaced } = await import('@/lib/platform/drain')
  drainWhenReplaced()
  // Started inside the first transaction that sends a job, it would need a connection while transactions hold them all.
  const { queue } = await import('@/lib/platform/queue')
  void queue().catch(() => {})
}
