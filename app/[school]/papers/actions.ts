'use server'

import { issueCertificate, replaceCertificate } from '@/lib/domain/papers/certificates/commands'
import { annulPaper } from '@/lib/domain/papers/commands'
import { action } from '@/lib/platform/action'

const list = (slug: string) => `/${slug}/papers`

export const issueCertificateAction = action(issueCertificate, {
  redirectTo: ({ school }, { id }) => `${list(school.slug)}/${id}`,
})
export const replaceCertificateAction = action(replaceCertificate, {
  redirectTo: ({ school }, { id }) => `${list(school.slug)}/${id}`,
})
export const annulPaperAction = action(annulPaper, {
  revalidate: ({ school }, { id }) => [list(school.slug), `${list(school.slug)}/${id}`],
})
