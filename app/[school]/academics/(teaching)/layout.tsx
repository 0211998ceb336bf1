import { listGroups } from '@/lib/domain/academics/groups/queries'
import { gate } from '../../_shell/gate'

export default gate(listGroups)
