import { platformCommand } from '@/lib/platform/operation'
import { countCall } from '@/lib/platform/rate-limit'
import { refuseWeak } from '../password/steps'
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
    await refuseWeak(input.password, { ...user, schools })
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
