import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** The narrow page of those who are not inside yet: one title, one form. */
export function EntryPage({ title, intro, children }: { title: string; intro?: ReactNode; children: ReactNode }) {
  const t = useTranslations('common')
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto grid w-full max-w-md gap-5 p-(--gutter) pt-10 outline-none md:pt-20"
    >
      <p className="flex items-center gap-2.5 text-lg font-semibold">
        <span
          aria-hidden="true"
          className="grid size-8 place-items-center rounded bg-accent font-semibold text-accent-text"
        >
          {t('product')[0]}
        </span>
        {t('product')}
      </p>
      <div className="card grid gap-5 p-5 md:p-7">
        <div className="grid gap-1">
          <h1 className="text-2xl">{title}</h1>
          {intro && <p className="text-muted">{intro}</p>}
        </div>
        {children}
      </div>
    </main>
  )
}
