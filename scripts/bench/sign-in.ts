/** Signs in as the login form does and answers the cookie header of the session. */
export async function signIn(url: string, email: string, password: string): Promise<string> {
  const csrf = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const jar = csrf.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: jar.join('; ') },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
  })
  const session = answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0]!)
    .find((cookie) => cookie.includes('athena.session='))
  if (!session) throw new Error(`signing in as ${email} failed with ${answer.status}`)
  return session
}

/** Lets a superadmin look into the school; who is in already stays. */
export async function visit(url: string, schoolId: string, cookie: string): Promise<void> {
  const answer = await fetch(`${url}/api/v1/admin/schools/${schoolId}/support`, {
    method: 'POST',
    headers: { cookie, origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ reason: 'Medición de tiempos', minutes: 480, mode: 'full' }),
  })
  if (!answer.ok && answer.status !== 409) throw new Error(`visiting the school failed with ${answer.status}`)
}
