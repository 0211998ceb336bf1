import type { ToldRule } from '@/lib/domain/evaluation/versions/rules'

/** The rules as sentences, each under its topic. */
export function RuleList({ rules, topics }: { rules: readonly ToldRule[]; topics: (topic: string) => string }) {
  return (
    <dl className="grid gap-x-6 gap-y-2 md:grid-cols-[10rem_1fr]">
      {rules.map(({ topic, text }) => (
        <div key={topic} className="contents">
          <dt className="font-medium md:pt-0">{topics(topic)}</dt>
          <dd className="reading mb-2 text-text md:mb-0">{text}</dd>
        </div>
      ))}
    </dl>
  )
}
