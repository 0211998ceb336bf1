import type { useTranslations } from 'next-intl'
import type { Namespace } from '@/i18n/messages'

/** The texts of one namespace, wherever they came from. */
export type Texts<N extends Namespace> = ReturnType<typeof useTranslations<N>>
