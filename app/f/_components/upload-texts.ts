import { getTranslations } from 'next-intl/server'
import { cache } from 'react'

/** The sentences of an upload, made on the server: the phone gets no translation machinery for them. */
export const uploadTexts = cache(async () => {
  const [t, documents] = await Promise.all([getTranslations('families.page'), getTranslations('documents.upload')])
  return {
    photo: t('photo'),
    file: t('file'),
    photoAgain: t('photoAgain'),
    fileAgain: t('fileAgain'),
    preparing: documents('preparing'),
    // The phone puts the figure in.
    sending: documents('sending', { percent: '{percent}' }),
    checking: documents('checking'),
    sent: documents('sent'),
    retry: documents('retry'),
    reopen: t('reopen'),
    offline: documents('offline'),
    store: documents('store'),
    refused: documents('refused'),
    unreadable: documents('unreadable'),
    tooLarge: documents('tooLarge'),
    wrongType: documents('wrongType'),
  }
})

export type UploadTexts = Awaited<ReturnType<typeof uploadTexts>>
