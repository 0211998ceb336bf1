import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { LinkButton } from '@/components/ui/link-button'
import type { MergeEntity } from '@/lib/domain/merges/schema'

type Props = {
  slug: string
  entity: MergeEntity
  record: string
  q: string
  found: readonly { id: string; name: string; detail: string }[]
}

/** With whom: those who look alike, or who is found by name or document. Works without JavaScript. */
export function PickRecord({ slug, entity, record, q, found }: Props) {
  const t = useTranslations('merges')
  const path = `/${slug}/merges`
  return (
    <Section title={t('pick')} intro={t('pickText')}>
      <div className="grid gap-4">
        <form action={path} className="flex flex-wrap items-end gap-2">
          <input type="hidden" name="entity" value={entity} />
          <input type="hidden" name="record" value={record} />
          <Field name="q" label={t('searchLabel')} className="min-w-0 flex-1">
            <Input type="search" defaultValue={q} />
          </Field>
          <Button type="submit">{t('search')}</Button>
        </form>
        {found.length === 0 ? (
          <p className="text-muted">{t('none')}</p>
        ) : (
          <ul className="divide-y divide-border" aria-label={t(q ? 'found' : 'candidates')}>
            {found.map(({ id, name, detail }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
                <span>
                  <span className="font-medium">{name}</span>
                  <span className="nums block text-sm text-muted">{detail}</span>
                </span>
                <LinkButton href={`${path}?${new URLSearchParams({ entity, record, with: id })}`} size="sm">
                  {t('compare')}
                </LinkButton>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  )
}
