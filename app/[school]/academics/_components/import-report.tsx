'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { ImportResult } from '@/lib/domain/academics/import/schema'
import { ImportProblems } from './import-problems'

type Props = { fileName: string; result: ImportResult; pending: boolean; onRun: () => void; onAnother: () => void }

/** What the file would change, or what has to be mended first. */
export function ImportReport({ fileName, result, pending, onRun, onAnother }: Props) {
  const t = useTranslations('academics')
  const { problems, create, update, same, newAreas, newSubjects } = result
  const another = <Button onClick={onAnother}>{t('import.another')}</Button>
  if (problems.length > 0)
    return (
      <div className="grid gap-3">
        <Callout tone="danger" live title={t('import.problems', { count: problems.length })} actions={another}>
          {t('import.problemsText')}
        </Callout>
        <ImportProblems problems={problems} />
      </div>
    )
  const count = create + update
  const added = (label: string, names: string[]) =>
    names.length > 0 && (
      <p>
        <span className="font-medium">{label}:</span> {names.join(', ')}
      </p>
    )
  return (
    <div className="grid gap-3" role="status">
      <h3 className="font-semibold">{t('import.checked', { file: fileName })}</h3>
      <p>{t('import.rows', { count: result.rows })}</p>
      <dl className="flex flex-wrap gap-6">
        {(
          [
            ['create', create],
            ['update', update],
            ['same', same],
          ] as const
        ).map(([key, figure]) => (
          <div key={key}>
            <dt className="text-muted text-sm">{t(`import.${key}`)}</dt>
            <dd className="nums text-2xl">{figure}</dd>
          </div>
        ))}
      </dl>
      {newAreas.length + newSubjects.length > 0 && (
        <Callout tone="warning">
          {added(t('import.newAreas'), newAreas)}
          {added(t('import.newSubjects'), newSubjects)}
          <p>{t('import.newText')}</p>
        </Callout>
      )}
      {count === 0 && <p className="text-muted">{t('import.nothing')}</p>}
      <div className="flex flex-wrap gap-2">
        {count > 0 && (
          <Button variant="primary" loading={pending} onClick={onRun}>
            {t('import.go', { count })}
          </Button>
        )}
        {another}
      </div>
    </div>
  )
}
