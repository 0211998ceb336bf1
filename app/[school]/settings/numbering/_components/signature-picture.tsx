'use client'

import { useTranslations } from 'next-intl'
import type { SignatureRow } from '@/lib/domain/papers/signatures/schema'
import { PicturePanel } from '../../_components/picture-panel'
import { confirmSignatureAction, prepareSignatureAction, removeSignatureAction } from '../actions'

type Props = { slug: string; version: number; item: SignatureRow }

export function SignaturePicture({ slug, version, item: { membershipId, fullName, picture } }: Props) {
  const t = useTranslations('paperSettings')
  const which = { version, membershipId }
  return (
    <PicturePanel
      name={`signature-${membershipId}`}
      src={picture && `/${slug}/settings/numbering/pictures/${membershipId}?v=${picture}`}
      texts={{
        alt: t('pictureOf', { name: fullName }),
        upload: t(picture ? 'replacePicture' : 'uploadPicture'),
        help: t('pictureHelp'),
        remove: t('removePicture'),
        uploading: t('uploading'),
        saved: t('pictureSaved'),
        removed: t('pictureRemoved'),
      }}
      prepare={(file) => prepareSignatureAction(slug, { membershipId, ...file })}
      confirm={() => confirmSignatureAction(slug, which)}
      remove={() => removeSignatureAction(slug, which)}
    />
  )
}
