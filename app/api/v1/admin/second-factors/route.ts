import { resetSecondFactorAnywhere } from '@/lib/domain/people/second-factor/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const DELETE = endpoint(resetSecondFactorAnywhere, {
  summary: "Reset a person's second factor, whatever schools they are in",
  tags: ['admin'],
})
