import { listImports } from '@/lib/domain/imports/queries'
import { gate } from '../../_shell/gate'

export default gate(listImports)
