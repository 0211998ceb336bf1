import { listCourses } from '@/lib/domain/academics/courses/queries'
import { gate } from '../../../../_shell/gate'

export default gate(listCourses)
