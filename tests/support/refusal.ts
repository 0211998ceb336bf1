import { AppError } from '@/lib/platform/errors'

/** The refusal that `work` ends with; anything else fails the test. */
export async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof AppError)) throw error ?? new Error('expected a refusal, and it went through')
  return error
}
