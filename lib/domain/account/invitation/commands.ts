import { passwordProblem } from '@/lib/domain/people/rules'
import { AppError } from '@/lib/platform/errors'
import { platformCommand } from '@/lib/platform/operation'
import { countCall } from '@/lib/platform/rate-limit'
import { acceptedInvitation, acceptInvitationInput } from '../schema'
import { claimMailLink, setPassword } from '../steps'

/**
 * The invited person chooses name and password with the secret of the mail, once.
 * @throws AppError link_unavailable whatever is wrong with the secret; invalid with the reason at `password`
 */
export const acceptInvitation = platformCommand({
  scope: 'public',
  name: 'account.acceptInvitation',
  input: acceptInvitationInput,
  output: acceptedInvitation,
  run: async ({ db, ctx, input, audit }) => {
    await countCall({ guess: `link ${ctx.ip}` })
    const { user, schools } = await claimMailLink(db, input.token, 'invitation')
    const problem = passwordProblem(input.password, { email: user.email, schools })
    if (problem) throw new AppError('invalid', { field: 'password', reason: problem })
    await db.user.update({
      where: { id: user.id },
      data: { fullName: input.fullName, version: { increment: 1 } },
      select: { id: true },
    })
    await setPassword(db, user.id, input.password)
    audit({ action: 'invitation.accept', entity: 'user', entityId: user.id })
    return { email: user.email }
  },
})
