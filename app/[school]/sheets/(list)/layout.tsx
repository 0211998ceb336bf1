import { listSheetPlaces } from '@/lib/domain/sheets/queries'
import { gate } from '../../_shell/gate'

export default gate(listSheetPlaces)
