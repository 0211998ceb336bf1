import type { Texts } from '@/components/layout/texts'

export type StudentWords = { t: Texts<'students'>; grades: Texts<'grades'>; enrollments: Texts<'enrollments'> }
