import { CircleCheck, CircleDashed } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import { type SetupStep, setupSteps } from '@/lib/domain/dashboard/schema'

const paths: Record<SetupStep, string> = {
  year: '/settings/years',
  requirements: '/settings/requirements',
  enrollments: '/enrollments/new',
}

type SetupStepsProps = { home: string; missing: readonly SetupStep[]; mayConfigure: boolean; mayEnroll: boolean }

/** The way of an empty school to its first enrollment; only the next step is a button. */
export function SetupSteps({ home, missing, mayConfigure, mayEnroll }: SetupStepsProps) {
  const t = useTranslations('home.setup')
  const may = (step: SetupStep) => (step === 'enrollments' ? mayEnroll : mayConfigure)
  return (
    <ol className="card divide-y divide-border">
      {setupSteps.map((step) => {
        const done = !missing.includes(step)
        const next = missing[0] === step
        const Sign = done ? CircleCheck : CircleDashed
        return (
          <li key={step} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
            <Sign aria-hidden="true" className={`size-5 flex-none ${done ? 'text-ok' : 'text-muted'}`} />
            <span className="min-w-0 flex-1 basis-60">
              <span className={next ? 'font-medium' : undefined}>{t(step)}</span>
              <span className="block text-sm text-muted">
                {done
                  ? t('done')
                  : next && !may(step)
                    ? t(step === 'enrollments' ? 'askSecretary' : 'askRector')
                    : t(`${step}Text`)}
              </span>
            </span>
            {next && may(step) && (
              <LinkButton href={`${home}${paths[step]}`} variant="primary">
                {t(step)}
              </LinkButton>
            )}
          </li>
        )
      })}
    </ol>
  )
}
