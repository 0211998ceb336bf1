import { nothing, query } from '@/lib/platform/operation'
import { clearList } from '../schema'
import { findDue } from './steps'

/** The imports of the school whose rows and file are to be removed now. */
export const importsToClear = query({
  name: 'imports.toClear',
  permission: 'config:institution',
  input: nothing,
  output: clearList,
  run: async ({ db }) => ({ importIds: await findDue(db, new Date()) }),
})
