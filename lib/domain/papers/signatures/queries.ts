import { AppError } from '@/lib/platform/errors'
import { nothing, query } from '@/lib/platform/operation'
import { signView } from '@/lib/platform/storage'
import { logoAddress } from '../../schools/branding/schema'
import { signatureList, viewSignatureInput } from './schema'
import { blankSignature, findSignature, readSigningStaff } from './steps'

/** Who may sign the school's papers, and what stands there for each. */
export const readSignatures = query({
  name: 'papers.signatures',
  permission: 'config:institution',
  input: nothing,
  output: signatureList,
  run: async ({ db }) => {
    const { version, staff } = await readSigningStaff(db)
    const items = staff.map(({ membershipId, name: fullName, role, signature }) => {
      const { picture, ...stored } = signature ?? blankSignature(membershipId)
      return { ...stored, fullName, role, picture: picture?.slice(-12) ?? null }
    })
    return { version, items }
  },
})

/** Where the picture of a signature can be looked at for a minute; only by who sets them. */
export const viewSignature = query({
  name: 'papers.viewSignature',
  permission: 'config:institution',
  input: viewSignatureInput,
  output: logoAddress,
  run: async ({ db, input: { membershipId } }) => {
    const { signature } = await findSignature(db, membershipId)
    if (!signature.picture) throw new AppError('not_found')
    const contentType = 'image/png' as const
    const url = await signView(signature.picture, { fileName: 'firma.png', contentType })
    return { url, contentType }
  },
})
