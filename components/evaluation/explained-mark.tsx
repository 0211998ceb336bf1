import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { Explained } from '@/lib/domain/evaluation/explain/schema'
import { levelTone } from './level-tone'
import { ToldList } from './told-list'

/** A mark with its level, and how it came about. */
export function ExplainedMark({ title, mark }: { title: string; mark: Explained }) {
  const t = useTranslations('explanation')
  return (
    <section className="grid gap-2">
      <h3 className="flex flex-wrap items-baseline gap-x-2 font-semibold">
        {title}
        <span className="nums">{mark.shown ?? t('none')}</span>
        {mark.level && mark.levelName && <Badge tone={levelTone[mark.level]}>{mark.levelName}</Badge>}
      </h3>
      <ToldList told={mark.told} />
    </section>
  )
}
