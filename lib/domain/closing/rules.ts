import type { CourseProgress } from '../gradebook/courses/schema'
import type { ClosingCounts, CourseCheck, CourseProblem, RollGap, TeacherCheck } from './schema'

/**
 * What a course still lacks before its period can be closed without a gap.
 * @param weighted whether the school's rules weigh the activities of a period; else their sum means nothing
 */
export function checkCourse(course: CourseProgress, weighted: boolean): CourseCheck {
  const { descriptive, students, activities, scores, comments, teachers, handing, weights } = course
  const expected = descriptive ? students : students * activities
  const missing = Math.max(0, expected - (descriptive ? comments : scores))
  const problems: [CourseProblem, boolean][] = [
    ['noTeacher', teachers === ''],
    ['noActivities', !descriptive && activities === 0],
    ['weights', !descriptive && weighted && activities > 0 && Number(weights) !== 100],
    ['missingScores', !descriptive && missing > 0],
    ['missingWords', descriptive && missing > 0],
    ['notHandedIn', handing !== 'submitted'],
  ]
  // A course without students has nothing to wait for.
  const found = students === 0 ? [] : problems.flatMap(([problem, is]) => (is ? [problem] : []))
  return { ...course, expected, missing, problems: found }
}

/** How far each teacher is, who lacks most first. Courses with two teachers are a line of their own. */
export function byTeacher(courses: readonly CourseCheck[]): TeacherCheck[] {
  const lines = new Map<string, TeacherCheck>()
  for (const { teachers, expected, missing, problems } of courses) {
    const line = lines.get(teachers) ?? { teachers, courses: 0, ready: 0, expected: 0, missing: 0 }
    lines.set(teachers, {
      teachers,
      courses: line.courses + 1,
      ready: line.ready + (problems.length === 0 ? 1 : 0),
      expected: line.expected + expected,
      missing: line.missing + missing,
    })
  }
  return [...lines.values()].sort(
    (a, b) =>
      b.courses - b.ready - (a.courses - a.ready) || b.missing - a.missing || a.teachers.localeCompare(b.teachers),
  )
}

export function countAll(courses: readonly CourseCheck[], rolls: readonly RollGap[]): ClosingCounts {
  return {
    courses: courses.length,
    ready: courses.filter(({ problems }) => problems.length === 0).length,
    missingScores: courses.reduce((sum, { missing }) => sum + missing, 0),
    missingRolls: rolls.reduce((sum, { missing }) => sum + missing, 0),
  }
}

/** Whether a period can be closed without saying that gaps are accepted. */
export const isComplete = ({ courses, ready, missingRolls }: ClosingCounts): boolean =>
  ready === courses && missingRolls === 0
