'use server'

import { mergeRecords, unmergeRecords } from '@/lib/domain/merges/commands'
import { action } from '@/lib/platform/action'

export const mergeRecordsAction = action(mergeRecords)
export const unmergeRecordsAction = action(unmergeRecords)
