import { readStudentMarks } from '@/lib/domain/evaluation/results/student/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readStudentMarks, { summary: "Read a student's marks of a year", tags: ['evaluation'] })
