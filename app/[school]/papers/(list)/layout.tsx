import { listPapers } from '@/lib/domain/papers/queries'
import { gate } from '../../_shell/gate'

export default gate(listPapers)
