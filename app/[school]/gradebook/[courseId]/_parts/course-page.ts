import type { SchoolContext } from '@/lib/platform/context'
import { pageContext } from '@/lib/platform/page'

type Given = {
  params: Promise<{ school: string; courseId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export type CourseAsked = { ctx: SchoolContext; courseId: string; periodId?: string }

/** Who asks for which course and period; the period stands in the address. */
export async function courseAsked({ params, searchParams }: Given): Promise<CourseAsked> {
  const [ctx, { courseId }, { period }] = await Promise.all([pageContext(params), params, searchParams])
  return { ctx, courseId, ...(typeof period === 'string' ? { periodId: period } : {}) }
}
