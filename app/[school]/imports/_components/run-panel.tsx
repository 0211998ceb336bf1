'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { announceJob } from '@/components/layout/running-jobs'
import { useCall } from '@/components/layout/use-call'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { runImportAction } from '../actions'

type Props = {
  slug: string
  importId: string
  version: number
  ready: number
  wrong: number
  blocked: boolean
  summary: { verdict: string; text: string }[]
}

/** What will happen, in figures, and the one button that makes it happen. */
export function RunPanel({ slug, importId, version, ready, wrong, blocked, summary }: Props) {
  const t = useTranslations('imports')
  const router = useRouter()
  const { call, pending } = useCall()
  const run = (scope: 'all' | 'good') =>
    call(
      () => runImportAction(slug, { importId, version, scope }),
      () => {
        announceJob()
        router.refresh()
      },
    )
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div>
          <h2 className="text-lg">{t('page.summary')}</h2>
          <p className="nums">
            {summary.map(({ verdict, text }, index) => (
              <span key={verdict} className={verdict === 'error' ? 'font-medium text-danger' : undefined}>
                {index > 0 && ' · '}
                {text}
              </span>
            ))}
          </p>
        </div>
        {ready > 0 && !blocked && (
          <Button variant="primary" loading={pending} onClick={() => run(wrong === 0 ? 'all' : 'good')}>
            {t(wrong === 0 ? 'page.runAll' : 'page.runGood', { count: ready })}
          </Button>
        )}
      </div>
    </Card>
  )
}
