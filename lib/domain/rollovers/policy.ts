import { AppError } from '@/lib/platform/errors'

/** While a run or an undoing is under way the plan stands still. @throws AppError not_allowed_now */
export function openRollover(status: string): void {
  if (status === 'running' || status === 'undoing')
    throw new AppError('not_allowed_now', { reason: `rollovers.refusal.${status}` })
}
