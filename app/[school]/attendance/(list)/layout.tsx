import { readDay } from '@/lib/domain/attendance/day/queries'
import { gate } from '../../_shell/gate'

export default gate(readDay)
