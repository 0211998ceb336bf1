import { listEnrollments } from '@/lib/domain/enrollments/queries'
import { gate } from '../../_shell/gate'

export default gate(listEnrollments)
