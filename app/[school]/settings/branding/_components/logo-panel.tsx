'use client'

import { useTranslations } from 'next-intl'
import type { Branding } from '@/lib/domain/schools/branding/schema'
import { PicturePanel } from '../../_components/picture-panel'
import { confirmLogoAction, prepareLogoAction, removeLogoAction } from '../actions'

type Props = { slug: string; name: string; branding: Branding }

export function LogoPanel({ slug, name, branding: { version, logo } }: Props) {
  const t = useTranslations('settings.branding')
  return (
    <PicturePanel
      name="logo"
      src={logo && `/${slug}/logo?v=${logo}`}
      texts={{
        alt: t('logoOf', { name }),
        upload: t(logo ? 'replaceLogo' : 'uploadLogo'),
        help: t('logoHelp'),
        remove: t('removeLogo'),
        uploading: t('uploading'),
        saved: t('logoSaved'),
        removed: t('logoRemoved'),
      }}
      prepare={(file) => prepareLogoAction(slug, file)}
      confirm={() => confirmLogoAction(slug, { version })}
      remove={() => removeLogoAction(slug, { version })}
    />
  )
}
