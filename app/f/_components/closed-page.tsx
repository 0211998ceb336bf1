import { Link2Off } from 'lucide-react'
import { getTranslations } from 'next-intl/server'

/** The one answer to every link that opens nothing. */
export async function ClosedPage() {
  const t = await getTranslations('families.closed')
  return (
    <div className="grid justify-items-center gap-3 pt-[18dvh] text-center">
      <Link2Off aria-hidden="true" className="size-6 text-muted" />
      <h1 className="text-lg">{t('title')}</h1>
      <p className="max-w-[40ch] text-muted">{t('body')}</p>
      <p className="text-sm text-muted">{t('kept')}</p>
    </div>
  )
}
