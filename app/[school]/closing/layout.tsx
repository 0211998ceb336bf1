import { readChecklist } from '@/lib/domain/closing/queries'
import { gate } from '../_shell/gate'

export default gate(readChecklist)
