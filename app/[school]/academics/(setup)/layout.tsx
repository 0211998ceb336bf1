import { updateGroup } from '@/lib/domain/academics/groups/commands'
import { gate } from '../../_shell/gate'

export default gate(updateGroup)
