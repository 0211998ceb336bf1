import { listCourses } from '@/lib/domain/gradebook/courses/queries'
import { gate } from '../../_shell/gate'

export default gate(listCourses)
