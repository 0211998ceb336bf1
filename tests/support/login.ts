import type { BrowserContext } from '@playwright/test'
import { env } from '@/lib/platform/env'
import type { Role } from '@/lib/platform/permissions'
import { sessionCookie, sessionCookieOptions } from '@/lib/platform/session-cookie'
import type { TestSchool } from './school'
import { openSession } from './session'

/** Signs the person in without the form: a session row, and its sealed cookie in the browser. */
export async function signIn(browser: BrowserContext, userId: string): Promise<void> {
  const { cookie } = await openSession(userId)
  const { httpOnly, secure } = sessionCookieOptions()
  await browser.addCookies([
    { name: sessionCookie(), value: cookie, url: env().APP_URL, httpOnly, secure, sameSite: 'Lax' },
  ])
}

/** The school's member with that role. */
export const signInAs = (browser: BrowserContext, school: TestSchool, role: Role): Promise<void> =>
  signIn(browser, school.members[role].userId)
