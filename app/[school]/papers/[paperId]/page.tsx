import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { StatusBadge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { DescriptionList } from '@/components/ui/description-list'
import { LinkButton } from '@/components/ui/link-button'
import { readPaperDetail } from '@/lib/domain/papers/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { showCode } from '@/lib/shared/spoken-code'
import { historyMenu } from '../../_shell/history-menu'
import { paperTones } from '../_components/paper-tones'
import { AnnulButton } from './_parts/annul-button'

type Page = PageProps<'/[school]/papers/[paperId]'>

const paperOf = cache((ctx: SchoolContext, paperId: string) => orNotFound(readPaperDetail.run(ctx, { paperId })))

export async function generateMetadata({ params }: Page): Promise<Metadata> {
  const [ctx, { paperId }] = await Promise.all([pageContext(params), params])
  return { title: (await paperOf(ctx, paperId)).number }
}

export default async function PaperPage({ params }: Page) {
  const [ctx, { paperId }] = await Promise.all([pageContext(params), params])
  const [paper, t, format] = await Promise.all([paperOf(ctx, paperId), getTranslations('papers'), getFormatter()])
  const home = `/${ctx.school.slug}`
  const path = `${home}/papers`
  const writes = can(ctx.permissions, 'write:enrollment') && paper.reportCardId === null
  const moment = (at: string | null) => at && format.dateTime(new Date(at), 'moment')
  const pdf = paper.reportCardId ? `${home}/report-cards/${paper.reportCardId}/pdf` : `${path}/${paper.id}/pdf`
  const link = (other: { id: string; number: string } | null) =>
    other && (
      <a className="link" href={`${path}/${other.id}`}>
        {other.number}
      </a>
    )
  return (
    <ClientMessages namespaces={['papers']}>
      <PageHeader
        title={t(`kind.${paper.kind}`)}
        state={[paper.number, paper.studentName].filter(Boolean).join(' · ')}
        badge={<StatusBadge tone={paperTones[paper.status]}>{t(`status.${paper.status}`)}</StatusBadge>}
        menu={await historyMenu(ctx, 'paper', paperId)}
        crumbs={[
          { label: ctx.school.name, href: home },
          { label: t('title'), href: path },
        ]}
        action={
          <>
            <LinkButton href={pdf} variant="primary" target="_blank">
              {t('page.openPdf')}
            </LinkButton>
            {writes && paper.status === 'valid' && (
              <>
                <LinkButton href={`${path}/new?replaces=${paper.id}`}>{t('page.replace')}</LinkButton>
                <AnnulButton school={ctx.school.slug} paperId={paper.id} version={paper.version} />
              </>
            )}
          </>
        }
      />
      <div className="grid max-w-4xl gap-6">
        {paper.status !== 'valid' && (
          <Callout
            tone={paper.status === 'replaced' ? 'warning' : 'danger'}
            title={t(`page.was_${paper.status}`, { day: moment(paper.statusAt) ?? '' })}
          >
            {paper.statusReason}
          </Callout>
        )}
        <Section title={t('page.about')}>
          <DescriptionList
            items={[
              {
                term: t('page.student'),
                value: paper.studentId && (
                  <a className="link" href={`${home}/students/${paper.studentId}`}>
                    {paper.studentName}
                  </a>
                ),
              },
              { term: t('page.addressee'), value: paper.addressee ?? t('pdf.toWhom') },
              { term: t('page.signers'), value: paper.signers.map(({ name }) => name).join(', ') },
              { term: t('page.issuedOn'), value: moment(paper.issuedAt) },
              { term: t('page.issuedBy'), value: paper.issuedBy },
              ...(paper.replaces ? [{ term: t('page.replaces'), value: link(paper.replaces) }] : []),
              ...(paper.replacedBy ? [{ term: t('page.replacedBy'), value: link(paper.replacedBy) }] : []),
            ]}
          />
        </Section>
        <Section title={t('page.verification')} intro={t('page.verificationText')}>
          <DescriptionList
            items={[
              { term: t('pdf.code'), value: <span className="nums">{showCode(paper.code)}</span> },
              {
                term: t('page.address'),
                value: (
                  <span className="flex flex-wrap items-center gap-2">
                    <a className="link break-all" href={paper.verifyUrl}>
                      {paper.verifyUrl}
                    </a>
                    <CopyButton value={paper.verifyUrl} label={t('page.copy')} />
                  </span>
                ),
              },
              { term: 'SHA-256 (PDF)', value: paper.file && <code className="break-all">{paper.file.sha256}</code> },
            ]}
          />
        </Section>
      </div>
    </ClientMessages>
  )
}
