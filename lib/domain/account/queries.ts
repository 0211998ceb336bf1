import { AppError } from '@/lib/platform/errors'
import { nothing, platformQuery } from '@/lib/platform/operation'
import { countCall } from '@/lib/platform/rate-limit'
import { policyOf } from '@/lib/platform/session'
import { ownUserId } from './policy'
import { mailLink, profile, readMailLinkInput } from './schema'
import { readMailLink } from './steps'

/** The own name, language and address. */
export const ownProfile = platformQuery({
  scope: 'public',
  name: 'account.profile',
  input: nothing,
  output: profile,
  run: async ({ db, ctx }) => {
    const id = ownUserId(ctx)
    const { minPassword } = await policyOf(id)
    const user = await db.user.findFirst({
      where: { id },
      select: {
        email: true,
        fullName: true,
        locale: true,
        version: true,
        credential: { select: { changedAt: true } },
      },
    })
    if (!user) throw new AppError('unauthenticated')
    const { credential, locale, ...rest } = user
    return {
      ...rest,
      locale: locale === 'en' ? ('en' as const) : ('es' as const),
      passwordChangedAt: credential?.changedAt.toISOString() ?? null,
      minPassword,
    }
  },
})

/** Whose mail it is, before anything is typed. @throws AppError link_unavailable */
export const openMailLink = platformQuery({
  scope: 'public',
  name: 'account.openMailLink',
  input: readMailLinkInput,
  output: mailLink,
  run: async ({ db, ctx, input }) => {
    await countCall({ guess: `link ${ctx.ip}` })
    const { user, schools } = await readMailLink(db, input.token, input.purpose)
    const { minPassword } = await policyOf(user.id)
    return { email: user.email, fullName: user.fullName, schools: schools.map(({ name }) => name), minPassword }
  },
})
