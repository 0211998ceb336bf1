import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { placeOf } from '@/components/students/place'
import { StatusBadge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { LinkButton } from '@/components/ui/link-button'
import { Timeline } from '@/components/ui/timeline'
import { readCard } from '@/lib/domain/report-cards/queries'
import { isStanding } from '@/lib/domain/report-cards/rules'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { showCode } from '@/lib/shared/spoken-code'
import { historyMenu } from '../../_shell/history-menu'
import { cardTones } from '../_components/card-tones'
import { AreaSection } from './_parts/area-section'
import { CardMenu } from './_parts/card-menu'
import { ClosingSection } from './_parts/closing-section'

type Page = PageProps<'/[school]/report-cards/[reportCardId]'>

const cardOf = cache((ctx: SchoolContext, reportCardId: string) => orNotFound(readCard.run(ctx, { reportCardId })))

export async function generateMetadata({ params }: Page): Promise<Metadata> {
  const [ctx, { reportCardId }] = await Promise.all([pageContext(params), params])
  const { snapshot } = await cardOf(ctx, reportCardId)
  return { title: snapshot.header.student.listName }
}

/** A report card as it was frozen: the page shows what the paper shows. */
export default async function ReportCardPage({ params }: Page) {
  const [ctx, { reportCardId }] = await Promise.all([pageContext(params), params])
  const [card, t, grades, format] = await Promise.all([
    cardOf(ctx, reportCardId),
    getTranslations('reportCards'),
    getTranslations('grades'),
    getFormatter(),
  ])
  const { header, items } = card.snapshot
  const path = `/${ctx.school.slug}/report-cards`
  const decides = can(ctx.permissions, 'config:institution')
  const standing = isStanding(card.status)
  const newest = card.versions.find(({ status }) => isStanding(status))
  const about = standing ? { enrollmentId: card.enrollmentId, academicPeriodId: card.periodId } : null
  return (
    <ClientMessages namespaces={['reportCards', 'explanation']}>
      <PageHeader
        title={header.student.listName}
        menu={await historyMenu(ctx, 'report_card', reportCardId)}
        crumbs={[
          { label: ctx.school.name, href: `/${ctx.school.slug}` },
          { label: t('title'), href: card.periodId ? `${path}?period=${card.periodId}` : path },
        ]}
        state={[
          placeOf(header.gradeLevel, header.groupCode, grades),
          header.period?.name ?? t('finalName'),
          header.year,
          header.edition > 1 && t('page.editionNumber', { number: header.edition }),
        ]
          .filter(Boolean)
          .join(' · ')}
        badge={<StatusBadge tone={cardTones[card.status]}>{t(`status.${card.status}`)}</StatusBadge>}
        action={
          <>
            <LinkButton href={`${path}/${card.id}/pdf`} variant="primary" target="_blank">
              {t('page.openPdf')}
            </LinkButton>
            {decides && standing && <CardMenu school={ctx.school.slug} reportCardId={card.id} />}
          </>
        }
      />
      <div className="grid max-w-5xl gap-6">
        {!standing && (
          <Callout
            tone={card.status === 'replaced' ? 'warning' : 'danger'}
            title={t(card.status === 'replaced' ? 'page.wasReplaced' : 'page.wasAnnulled')}
            actions={newest && <LinkButton href={`${path}/${newest.id}`}>{t('page.toNewest')}</LinkButton>}
          >
            {card.reason}
          </Callout>
        )}
        {items.map((area) => (
          <AreaSection key={area.areaId} area={area} header={header} about={about} />
        ))}
        <ClosingSection header={header} />
        <Section title={t('page.paper')}>
          <DescriptionList
            items={[
              { term: t('page.number'), value: card.paper?.number },
              { term: t('pdf.code'), value: card.paper && showCode(card.paper.code) },
              {
                term: t('page.verify'),
                value: card.paper && (
                  <a className="link break-all" href={card.paper.verifyUrl}>
                    {card.paper.verifyUrl}
                  </a>
                ),
              },
              {
                term: t('page.publishedOn'),
                value: card.publishedAt && format.dateTime(new Date(card.publishedAt), 'moment'),
              },
            ]}
          />
        </Section>
        {card.versions.length > 1 && (
          <Section title={t('page.versions')}>
            <Timeline
              items={card.versions.map((version) => ({
                id: version.id,
                text: t('page.versionLine', {
                  edition: version.edition,
                  number: version.number ?? '',
                  status: t(`status.${version.status}`),
                  by: version.createdBy ?? t('page.system'),
                }),
                when: format.dateTime(new Date(version.createdAt), 'moment'),
                ...(version.reason ? { detail: version.reason } : {}),
              }))}
            />
          </Section>
        )}
      </div>
    </ClientMessages>
  )
}
