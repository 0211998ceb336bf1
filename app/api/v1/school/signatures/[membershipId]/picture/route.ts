import { confirmSignature, removeSignature } from '@/lib/domain/papers/signatures/commands'
import { viewSignature } from '@/lib/domain/papers/signatures/queries'
import { endpoint } from '@/lib/platform/endpoint'

const tags = ['school']

export const GET = endpoint(viewSignature, { summary: 'Get an address that shows a signature for a minute', tags })
export const PUT = endpoint(confirmSignature, { summary: 'Make the uploaded picture the signature', tags })
export const DELETE = endpoint(removeSignature, { summary: 'Remove the picture of a signature', tags })
