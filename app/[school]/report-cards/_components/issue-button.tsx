'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { announceJob } from '@/components/layout/running-jobs'
import { useCall } from '@/components/layout/use-call'
import { useSelection } from '@/components/layout/use-selection'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { issueGroupsAction } from '../actions'

type Scope = { yearId: string; periodId?: string }
type Props = {
  school: string
  scope: Scope
  /** How many still have none, where that is known. */
  students?: number
  classGroupIds?: string[]
  primary?: boolean
  onStarted?: () => void
}

/** Starts issuing, after asking the one thing that differs from school to school: whether the place in the group is printed. */
export function IssueButton({ school, scope, students, classGroupIds, primary, onStarted }: Props) {
  const t = useTranslations('reportCards')
  const [open, setOpen] = useState(false)
  const [ranking, setRanking] = useState(false)
  const { call, pending } = useCall()
  const start = () =>
    call(
      () => issueGroupsAction(school, { ...scope, ranking, ...(classGroupIds ? { classGroupIds } : {}) }),
      (started) => {
        setOpen(false)
        announceJob()
        onStarted?.()
        toast({ tone: 'ok', text: t('page.started', { count: started.students }) })
      },
    )
  const label = classGroupIds ? t('page.issueSelected', { count: classGroupIds.length }) : t('page.issue')
  return (
    <>
      <Button variant={primary ? 'primary' : 'secondary'} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={label}
        description={students === undefined ? t('page.issueGroupsText') : t('page.issueText', { count: students })}
        width={460}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{t('page.cancel')}</Button>
            <Button variant="primary" loading={pending} onClick={start}>
              {t('page.issueNow')}
            </Button>
          </>
        }
      >
        <Checkbox
          name="ranking"
          label={t('page.rankingLabel')}
          help={t('page.rankingHelp')}
          checked={ranking}
          onChange={(event) => setRanking(event.target.checked)}
        />
      </Dialog>
    </>
  )
}

/** The same for the chosen groups. */
export function IssueSelected({ school, scope }: Pick<Props, 'school' | 'scope'>) {
  const { ids, clear } = useSelection()
  return <IssueButton school={school} scope={scope} classGroupIds={[...ids]} onStarted={clear} />
}
