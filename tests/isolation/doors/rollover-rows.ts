import type { Door } from './rows'

/** The doors of the step from one year to the next. */
export const rolloverPages: Record<string, Door> = {
  '/[school]/rollover': { opens: 'rollovers.list' },
  '/[school]/rollover/[rolloverId]': {
    opens: 'rollovers.read',
    queries: ['?step=structure', '?step=promotion', '?step=destinations', '?step=exceptions&q=e', '?step=run'],
  },
}

export const rolloverActions: Record<string, string> = {
  '[school]/rollover/actions.ts#clearExceptionAction': 'rollovers.clearException',
  '[school]/rollover/actions.ts#remindWaitingAction': 'families.remind',
  '[school]/rollover/actions.ts#saveExceptionAction': 'rollovers.saveException',
  '[school]/rollover/actions.ts#savePlanAction': 'rollovers.savePlan',
  '[school]/rollover/actions.ts#startRolloverAction': 'rollovers.start',
  '[school]/rollover/actions.ts#startRunAction': 'rollovers.run',
  '[school]/rollover/actions.ts#startUndoAction': 'rollovers.undo',
}
