import { listRollovers } from '@/lib/domain/rollovers/queries'
import { gate } from '../../_shell/gate'

export default gate(listRollovers)
