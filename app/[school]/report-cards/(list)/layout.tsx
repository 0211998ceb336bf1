import { listCardsOfStudent } from '@/lib/domain/report-cards/queries'
import { gate } from '../../_shell/gate'

export default gate(listCardsOfStudent)
