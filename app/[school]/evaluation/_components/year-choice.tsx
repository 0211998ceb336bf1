import { Tabs } from '@/components/ui/tabs'

type Props = { years: readonly { id: string; name: string }[]; current: string; path: string; label: string }

/** The rules belong to a year: which one is shown. */
export function YearChoice({ years, current, path, label }: Props) {
  if (years.length < 2) return null
  const href = (id: string) => `${path}?year=${id}`
  return (
    <Tabs label={label} current={href(current)} tabs={years.map(({ id, name }) => ({ href: href(id), label: name }))} />
  )
}
