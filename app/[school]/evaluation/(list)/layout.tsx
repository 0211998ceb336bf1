import { listRuleVersions } from '@/lib/domain/evaluation/versions/queries'
import { gate } from '../../_shell/gate'

export default gate(listRuleVersions)
