import { getTranslations } from 'next-intl/server'
import { Callout } from '@/components/ui/callout'
import { DescriptionList } from '@/components/ui/description-list'
import type { VerifiedPaper } from '@/lib/domain/papers/verification/schema'
import { formatDay } from '@/lib/shared/dates'
import { showCode } from '@/lib/shared/spoken-code'

const tones = { valid: 'ok', replaced: 'warning', annulled: 'danger' } as const

/** What is known about a paper, for whoever holds it in the hand. */
export async function Verdict({ paper, locale }: { paper: VerifiedPaper; locale: string }) {
  const [t, papers] = await Promise.all([getTranslations('papers.verify'), getTranslations('papers')])
  const { state, school, city, student, signature, replacedBy, fileSha256 } = paper
  const day = formatDay(paper.endedOn ?? paper.issuedOn, locale, 'long')
  return (
    <div className="grid gap-5">
      <Callout
        tone={tones[state]}
        title={t(state)}
        actions={
          replacedBy && (
            <a className="link" href={replacedBy.url}>
              {t('replacedBy', { number: replacedBy.number })}
            </a>
          )
        }
      >
        <p>{t(`${state}Text`, { school, day })}</p>
      </Callout>
      <DescriptionList
        items={[
          { term: t('school'), value: [school, city].filter(Boolean).join(' · ') },
          { term: t('kind'), value: papers(`kind.${paper.kind}`) },
          { term: t('number'), value: paper.number },
          { term: t('issuedOn'), value: formatDay(paper.issuedOn, locale, 'long') },
          { term: t('student'), value: student && `${student.initials} · ${student.document}` },
          { term: t('code'), value: showCode(paper.code) },
        ]}
      />
      <p className="text-sm text-muted">{t('compare')}</p>
      <Callout tone={signature.holds ? 'ok' : 'danger'} title={t('signature')}>
        <p>{t(signature.holds ? 'holds' : 'broken')}</p>
      </Callout>
      <details className="text-sm">
        <summary className="cursor-pointer">{t('forExperts')}</summary>
        <p className="mt-2 text-muted">{t('expertsText')}</p>
        <dl className="mt-2 grid gap-2 break-all">
          {(
            [
              ['message', signature.message],
              ['value', signature.value],
              ['publicKey', signature.publicKey],
              ['fileHash', fileSha256],
            ] as const
          ).map(
            ([name, value]) =>
              value && (
                <div key={name}>
                  <dt className="text-muted">{t(name)}</dt>
                  <dd>
                    <code>{value}</code>
                  </dd>
                </div>
              ),
          )}
        </dl>
      </details>
    </div>
  )
}
