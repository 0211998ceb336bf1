import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { after } from 'next/server'
import { cache } from 'react'
import { languageCookie } from '@/i18n/locale'
import type { Owed } from '../shared/security-policy'
import type { AnyContext, PlatformContext, PublicContext, SchoolContext } from './context'
import { AppError } from './errors'
import { familyCookie, mintForFamilyCookie, mintForSession, mintPlatform, mintPublic } from './mint'
import { countCall } from './rate-limit'
import { report } from './report'
import { requestMeta } from './request'
import { readSession, type Session } from './session'
import { sessionCookie } from './session-cookie'

/** Who is signed in, read once per request. */
export const currentSession = cache(
  async (): Promise<Session | null> => readSession((await cookies()).get(sessionCookie())?.value),
)

const meta = cache(async () => {
  const sent = await headers()
  return requestMeta((name) => sent.get(name))
})

async function opened<C extends AnyContext>(ctx: C, target: string): Promise<C> {
  const began = performance.now()
  const person = ctx.kind === 'school' && ctx.actor.kind === 'user' ? { person: ctx.actor.userId } : {}
  await countCall({ address: ctx.ip, ...person, ...(ctx.kind === 'school' ? { school: ctx.schoolId } : {}) })
  after(() => report('page', target, began, ctx))
  return ctx
}

const owedPages: Record<Owed, string> = {
  second_factor: '/account/second-factor',
  password: '/account/new-password',
  longer_password: '/account/new-password',
}

/** Nothing else opens before that is done; afterwards the person goes on to `wanted`. */
export const owedPage = (owes: Owed, wanted: string): string => `${owedPages[owes]}?next=${encodeURIComponent(wanted)}`

const schoolContext = cache(async (slug: string): Promise<SchoolContext> => {
  const session = await currentSession()
  const wanted = (await headers()).get('x-page-path') ?? `/${slug}`
  if (!session) redirect(`/login?next=${encodeURIComponent(wanted)}`)
  if (session.owes) redirect(owedPage(session.owes, wanted))
  const ctx = await mintForSession(session, { slug }, await meta())
  // Who may visit is shown the way in, also when a visit has just ended.
  if (!ctx && session.user.isSuperadmin) redirect(`/admin/support/${encodeURIComponent(slug)}`)
  if (!ctx) notFound()
  return opened(ctx, 'school')
})

/**
 * The door of a school's page: who is there, in the school that the address names.
 * Sends people without a session to sign in; a school that is not theirs does not exist.
 */
export const pageContext = async (params: Promise<{ school: string }>): Promise<SchoolContext> =>
  schoolContext((await params).school)

/** The door of /admin: for everybody but a superadmin it does not exist. */
export const platformPageContext = cache(async (): Promise<PlatformContext> => {
  const session = await currentSession()
  if (!session) redirect('/login?next=/admin')
  if (session.owes) redirect(owedPage(session.owes, '/admin'))
  const ctx = mintPlatform(session, await meta())
  if (!ctx) notFound()
  return opened(ctx, 'admin')
})

/** Pages of nobody or of a person without a school: signing in, resetting, the own account. */
export const publicPageContext = cache(async (): Promise<PublicContext> => {
  const locale = (await cookies()).get(languageCookie)?.value ?? 'es'
  return opened(mintPublic(await currentSession(), await meta(), locale), 'public')
})

/** The guardian behind an opened family link, or null. */
export const familyPageContext = cache(async (): Promise<SchoolContext | null> => {
  try {
    return await opened(await mintForFamilyCookie((await cookies()).get(familyCookie())?.value, await meta()), 'family')
  } catch (error) {
    if (error instanceof AppError && error.code === 'link_unavailable') return null
    throw error
  }
})

/**
 * For reads of a page: what is not there, or not this person's, is the page that does not exist.
 * @param newAddress of a record that has become part of another one
 */
export async function orNotFound<T>(read: Promise<T>, newAddress?: (id: string) => string): Promise<T> {
  try {
    return await read
  } catch (error) {
    const movedTo = error instanceof AppError && error.code === 'not_found' ? error.details.data?.movedTo : null
    if (newAddress && typeof movedTo === 'string') redirect(newAddress(movedTo))
    if (
      error instanceof AppError &&
      (error.code === 'not_found' || error.code === 'invalid' || error.code === 'forbidden')
    )
      notFound()
    throw error
  }
}
