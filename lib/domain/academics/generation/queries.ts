import { query } from '@/lib/platform/operation'
import { generateCoursesInput, generation } from './schema'
import { countGeneration, readGeneration } from './steps'

/** What making courses would do now, group by group. Nothing is stored. */
export const previewCourses = query({
  name: 'academics.previewCourses',
  permission: 'config:institution',
  input: generateCoursesInput.pick({ schoolYearId: true }),
  output: generation,
  run: async ({ db, input }) => countGeneration(await readGeneration(db, input)),
})
