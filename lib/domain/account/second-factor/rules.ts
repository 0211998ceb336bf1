/** Ten, as most services give: enough for lost days, few enough to keep on a sheet. */
export const recoveryCodeCount = 10

/** Who signed in so recently is not asked for the password again. */
export const freshMinutes = 10

export const isFresh = (signedInAt: Date, now = new Date()): boolean =>
  now.getTime() - signedInAt.getTime() < freshMinutes * 60_000

/** `ABCD EFGH …`, for typing it off the screen. */
export const inGroups = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret

/** What was typed when it looks like a code of the app; people type `123 456`. */
export const appCode = (typed: string): string | null => {
  const digits = typed.replace(/[\s-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}
