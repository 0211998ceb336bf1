import type { WeekLesson } from '@/components/academics/week-table'
import type { Lesson } from '@/lib/domain/academics/timetable/schema'

const teachers = (lesson: Lesson) => lesson.teachers.map(({ name }) => name).join(', ')

/** A group's lesson names its teacher, a teacher's its group. */
export const weekWords = (lessons: readonly Lesson[], of: 'group' | 'teacher', home: string): WeekLesson[] =>
  lessons.map((lesson) => ({
    id: lesson.id,
    weekday: lesson.weekday,
    startsMinute: lesson.startsMinute,
    endsMinute: lesson.endsMinute,
    title: of === 'group' ? lesson.subject : `${lesson.subject} ${lesson.groupCode}`,
    details: [of === 'group' ? teachers(lesson) : null, lesson.room].flatMap((detail) => detail || []),
    href: `${home}/academics/courses/${lesson.courseOfferingId}`,
  }))
