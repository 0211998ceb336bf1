import { listStudents } from '@/lib/domain/students/queries'
import { gate } from '../../_shell/gate'

export default gate(listStudents)
