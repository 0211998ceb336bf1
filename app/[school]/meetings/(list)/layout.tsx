import { listMeetings } from '@/lib/domain/meetings/queries'
import { gate } from '../../_shell/gate'

export default gate(listMeetings)
