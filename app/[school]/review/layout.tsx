import { readReviewQueue } from '@/lib/domain/enrollments/documents/review/queries'
import { gate } from '../_shell/gate'

export default gate(readReviewQueue)
