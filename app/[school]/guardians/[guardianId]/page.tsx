import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { AuditTimeline } from '@/components/audit/audit-timeline'
import { LinkList } from '@/components/families/link-list'
import { SendLink } from '@/components/families/send-link'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHeader } from '@/components/layout/page-header'
import { ActivityMenu } from '@/components/students/activity-menu'
import { Avatar } from '@/components/ui/avatar'
import { StatusBadge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { historyOfRecord } from '@/lib/domain/audit/queries'
import { listLinks } from '@/lib/domain/families/queries'
import { getGuardian } from '@/lib/domain/guardians/queries'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { showDocument } from '@/lib/shared/documents-id'
import { naturalName, shortName } from '@/lib/shared/names'
import { createLinkAction, revokeLinkAction } from '../../review/actions'
import { setGuardianActiveAction } from '../actions'
import { Children } from './_components/children'
import { Contact } from './_components/contact'

type Page = PageProps<'/[school]/guardians/[guardianId]'>

/** The title and the page read the same guardian once; one that was merged into another leads there. */
const guardianOf = cache((ctx: SchoolContext, guardianId: string) =>
  orNotFound(getGuardian.run(ctx, { guardianId }), (id) => `/${ctx.school.slug}/guardians/${id}`),
)

export async function generateMetadata({ params }: Page): Promise<Metadata> {
  const [ctx, { guardianId }] = await Promise.all([pageContext(params), params])
  return { title: shortName(await guardianOf(ctx, guardianId)) }
}

export default async function GuardianPage({ params }: Page) {
  const [ctx, { guardianId }] = await Promise.all([pageContext(params), params])
  const seesLinks = can(ctx.permissions, 'read:enrollment')
  const coming = guardianOf(ctx, guardianId)
  // The record itself knows where it has gone; what is read beside it only says that it is not there.
  const [guardian, history, links, t, students, families, merges] = await Promise.all([
    coming,
    orNotFound(historyOfRecord.run(ctx, { entity: 'guardian', entityId: guardianId, limit: 20 })),
    seesLinks ? orNotFound(listLinks.run(ctx, { guardianId })) : null,
    getTranslations('guardians'),
    getTranslations('students'),
    getTranslations('families'),
    getTranslations('merges'),
  ]).catch((error: unknown) => coming.then(() => Promise.reject(error)))
  const writes = can(ctx.permissions, 'write:enrollment')
  const name = naturalName(guardian)
  return (
    <>
      <PageHeader
        title={guardian.fullName}
        figure={<Avatar name={`${guardian.firstName} ${guardian.firstSurname}`} size="lg" />}
        state={`${t('page.guardian')} · ${showDocument(guardian.documentType, guardian.documentNumber)}`}
        badge={!guardian.isActive && <StatusBadge tone="neutral">{t('page.inactive')}</StatusBadge>}
        crumbs={[
          { label: ctx.school.name, href: `/${ctx.school.slug}` },
          { label: students('list.title'), href: `/${ctx.school.slug}/students` },
        ]}
        action={
          <>
            {writes && (
              <LinkButton href={`/${ctx.school.slug}/guardians/${guardianId}/edit`}>{t('page.edit')}</LinkButton>
            )}
            <ActivityMenu
              isActive={guardian.isActive}
              version={guardian.version}
              school={ctx.school.slug}
              record={{ guardianId }}
              action={writes ? setGuardianActiveAction : undefined}
              merge={
                writes
                  ? {
                      href: `/${ctx.school.slug}/merges?entity=guardian&record=${guardianId}`,
                      label: merges('link'),
                    }
                  : undefined
              }
              texts={{
                deactivate: t('page.deactivate'),
                reactivate: t('page.reactivate'),
                deactivated: t('page.deactivated', { name }),
                reactivated: t('page.reactivated', { name }),
                undo: t('page.undo'),
                print: students('list.print'),
              }}
            />
          </>
        }
      />
      {!guardian.isActive && (
        <Callout tone="warning" className="mb-4">
          {t('page.inactiveText')}
        </Callout>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Section title={t('page.childrenTitle')} bare>
          <Children school={ctx.school.slug} guardian={guardian} />
        </Section>
        <Section title={t('page.data')}>
          <Contact guardian={guardian} />
        </Section>
        {links && (
          <ClientMessages namespaces={['families']}>
            <Section
              title={families('links.title')}
              actions={
                writes && (
                  <SendLink
                    school={ctx.school.slug}
                    guardian={{ id: guardianId, name, email: guardian.email }}
                    action={createLinkAction}
                  />
                )
              }
            >
              <LinkList school={ctx.school.slug} items={links.items} revoke={writes ? revokeLinkAction : undefined} />
            </Section>
          </ClientMessages>
        )}
        <Section title={t('page.history')} id="history">
          <AuditTimeline lines={history.items} />
        </Section>
      </div>
    </>
  )
}
