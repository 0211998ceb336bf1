import { passwordProblem } from '@/lib/domain/people/rules'
import { AppError } from '@/lib/platform/errors'
import { policyOf } from '@/lib/platform/session'

type Chooser = { id: string; email: string; schools: readonly { name: string; slug: string }[] }

/** By the strictest of the person's schools. @throws AppError invalid with the reason at `password` */
export async function refuseWeak(password: string, { id, email, schools }: Chooser): Promise<void> {
  const { minPassword: least } = await policyOf(id)
  const reason = passwordProblem(password, { email, schools, least })
  if (reason) throw new AppError('invalid', { field: 'password', reason, data: { least } })
}
