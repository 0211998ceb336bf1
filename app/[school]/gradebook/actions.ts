'use server'

import { annulRecovery, planRecovery, recordRecovery } from '@/lib/domain/evaluation/recoveries/commands'
import { saveAchievements } from '@/lib/domain/gradebook/achievements/commands'
import {
  copyActivities,
  createActivity,
  orderActivities,
  removeActivity,
  updateActivity,
} from '@/lib/domain/gradebook/activities/commands'
import {
  confirmActivityFile,
  offerActivityFile,
  removeActivityFile,
} from '@/lib/domain/gradebook/activities/files/commands'
import { saveCategories } from '@/lib/domain/gradebook/categories/commands'
import { giveBack, handIn } from '@/lib/domain/gradebook/handing/commands'
import { createPhrase, removePhrase, restorePhrase, updatePhrase } from '@/lib/domain/gradebook/phrases/commands'
import { action } from '@/lib/platform/action'

export const handInAction = action(handIn)
export const giveBackAction = action(giveBack)
export const createActivityAction = action(createActivity)
export const updateActivityAction = action(updateActivity)
export const removeActivityAction = action(removeActivity)
export const orderActivitiesAction = action(orderActivities)
export const copyActivitiesAction = action(copyActivities)
export const saveCategoriesAction = action(saveCategories)
export const saveAchievementsAction = action(saveAchievements)
export const createPhraseAction = action(createPhrase)
export const removePhraseAction = action(removePhrase)
export const restorePhraseAction = action(restorePhrase)
export const updatePhraseAction = action(updatePhrase)
export const offerActivityFileAction = action(offerActivityFile)
export const confirmActivityFileAction = action(confirmActivityFile)
export const removeActivityFileAction = action(removeActivityFile)
export const planRecoveryAction = action(planRecovery)
export const recordRecoveryAction = action(recordRecovery)
export const annulRecoveryAction = action(annulRecovery)
