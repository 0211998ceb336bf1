'use server'

import {
  confirmSecondFactor,
  renewRecoveryCodes,
  startSecondFactor,
  turnOffSecondFactor,
} from '@/lib/domain/account/second-factor/commands'
import { publicAction } from '@/lib/platform/action'

export const startSecondFactorAction = publicAction(startSecondFactor)
export const confirmSecondFactorAction = publicAction(confirmSecondFactor)
export const renewRecoveryCodesAction = publicAction(renewRecoveryCodes)
export const turnOffSecondFactorAction = publicAction(turnOffSecondFactor)
