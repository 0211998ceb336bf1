import { FileText, Presentation } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ClientMessages } from '@/components/layout/client-messages'
import { DataTable } from '@/components/layout/data-table'
import { PageHeader } from '@/components/layout/page-header'
import { StatusBadge } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Table } from '@/components/ui/table'
import { listStaff } from '@/lib/domain/meetings/members/queries'
import { leadMeetings, signMeetings } from '@/lib/domain/meetings/policy'
import { readMeeting } from '@/lib/domain/meetings/queries'
import { isOpen, type PromotionChoice } from '@/lib/domain/meetings/rules'
import type { SchoolContext } from '@/lib/platform/context'
import { orNotFound, pageContext } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { formatDay } from '@/lib/shared/dates'
import { historyMenu } from '../../_shell/history-menu'
import { meetingWords, statusTone } from '../_components/words'
import { AcceptButton } from './_components/accept-button'
import { MeetingActions } from './_components/meeting-actions'
import { MembersForm } from './_components/members-form'

type Page = PageProps<'/[school]/meetings/[meetingId]'>

/** The title and the page read the same meeting once. */
const meetingOf = cache((ctx: SchoolContext, meetingId: string) => orNotFound(readMeeting.run(ctx, { meetingId })))

export async function generateMetadata({ params }: Page): Promise<Metadata> {
  const [ctx, { meetingId }, { nameOf }] = await Promise.all([pageContext(params), params, meetingWords()])
  return { title: nameOf(await meetingOf(ctx, meetingId)) }
}

export default async function MeetingPage({ params }: Page) {
  const [ctx, { meetingId }] = await Promise.all([pageContext(params), params])
  const leads = can(ctx.permissions, leadMeetings)
  const [meeting, staff, { t, grade, nameOf }, people, locale] = await Promise.all([
    meetingOf(ctx, meetingId),
    leads ? listStaff.run(ctx, {}) : null,
    meetingWords(),
    getTranslations('people'),
    getLocale(),
  ])
  const { status, version, groups, members, items, minutes } = meeting
  const home = `/${ctx.school.slug}`
  const path = `${home}/meetings/${meetingId}`
  const open = isOpen(status)
  const changes = leads && open
  const office = (roles: string[]) =>
    (['rector', 'coordinator', 'teacher', 'secretary'] as const)
      .filter((role) => roles.includes(role))
      .map((role) => people(`role.${role}`))
      .join(', ')
  return (
    <ClientMessages namespaces={['meetings']}>
      <PageHeader
        title={nameOf(meeting)}
        state={`${t('yearField')} ${meeting.year.name} · ${formatDay(meeting.heldOn, locale, 'long')}`}
        badge={<StatusBadge tone={statusTone[status]}>{t(`status.${status}`)}</StatusBadge>}
        menu={await historyMenu(ctx, 'meeting', meetingId)}
        crumbs={[
          { label: ctx.school.name, href: home },
          { label: t('title'), href: `${home}/meetings` },
        ]}
        action={
          <>
            <LinkButton href={`${path}/minutes`} icon={<FileText aria-hidden="true" />}>
              {minutes ? t('actions.minutes', { number: minutes }) : t('actions.draft')}
            </LinkButton>
            {changes && <LinkButton href={`${path}/edit`}>{t('form.edit')}</LinkButton>}
            {changes && (
              <MeetingActions
                slug={ctx.school.slug}
                meetingId={meetingId}
                version={version}
                status={status}
                signs={can(ctx.permissions, signMeetings)}
                removable={items.length === 0 && status === 'planned'}
              />
            )}
          </>
        }
      />
      <div className="grid grid-cols-1 gap-6">
        {meeting.notes && <p className="reading whitespace-pre-line">{meeting.notes}</p>}
        <Section title={t('groups.title')} intro={t('groups.intro')} bare>
          {groups.length === 0 ? (
            <p className="text-muted">{t('groups.none')}</p>
          ) : (
            <Table caption={t('groups.label')} stack>
              <thead>
                <tr>
                  <th scope="col">{t('groups.group')}</th>
                  <th scope="col" data-kind="number">
                    {meeting.period ? t('groups.students') : t('groups.decided')}
                  </th>
                  <th scope="col">
                    <span className="sr-only">{t('groups.title')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {groups.map(({ id, code, gradeLevel, students, promoted }) => (
                  <tr key={id}>
                    <th scope="row">
                      {code} <span className="font-normal text-muted">{grade(gradeLevel)}</span>
                    </th>
                    <td data-kind="number" data-label={meeting.period ? t('groups.students') : t('groups.decided')}>
                      {meeting.period ? students : t('groups.decidedOf', { decided: promoted, students })}
                    </td>
                    <td>
                      <div className="flex flex-wrap gap-2 sm:justify-end">
                        {changes && !meeting.period && promoted < students && (
                          <AcceptButton slug={ctx.school.slug} meetingId={meetingId} classGroupId={id} group={code} />
                        )}
                        <LinkButton href={`${path}/groups/${id}`} size="sm" icon={<Presentation aria-hidden="true" />}>
                          {t('groups.open', { group: code })}
                        </LinkButton>
                      </div>
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          )}
        </Section>
        <Section title={t('members.title')} intro={t('members.intro')}>
          {changes && staff ? (
            <MembersForm
              slug={ctx.school.slug}
              meetingId={meetingId}
              version={version}
              members={members}
              staff={staff.items.map(({ userId, name, roles }) => ({ userId, name, role: office(roles) }))}
            />
          ) : (
            <ul className="grid gap-1">
              {members.map(({ name, role, present }) => (
                <li key={`${name} ${role}`}>
                  {name}, {role}
                  {!present && <span className="text-muted"> ({t('members.absent')})</span>}
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section title={t('decisions.title')} bare>
          {items.length === 0 ? (
            <p className="text-muted">{t('decisions.none')}</p>
          ) : (
            <DataTable
              label={t('decisions.label')}
              columns={[
                { key: 'name', header: t('decisions.student'), sub: 'group' },
                { key: 'kind', header: t('decisions.kind'), nowrap: true },
                { key: 'decision', header: t('decisions.decision') },
                { key: 'reason', header: t('decisions.reason'), muted: true },
              ]}
              rows={items.map(({ id, name, groupCode, kind, decision, reason }) => ({
                id,
                cells: {
                  name,
                  group: groupCode,
                  kind: t(`kind.${kind}`),
                  decision: kind === 'promotion' ? t(`promotion.${decision as PromotionChoice}`) : decision,
                  reason,
                },
              }))}
            />
          )}
        </Section>
      </div>
    </ClientMessages>
  )
}
