import type { Told } from '@/lib/domain/evaluation/trace/rules'

/** The way to a mark: a sentence for each step, with its parts under it. */
export function ToldList({ told }: { told: readonly Told[] }) {
  return (
    <ol className="grid gap-2">
      {told.map(({ text, parts }) => (
        <li key={text} className="grid gap-1">
          <p>{text}</p>
          {parts.length > 0 && (
            <ul className="nums grid gap-0.5 border-l border-border pl-3 text-sm text-muted">
              {parts.map((part) => (
                <li key={part}>{part}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}
