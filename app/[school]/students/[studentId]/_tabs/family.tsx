import { getTranslations } from 'next-intl/server'
import { AddGuardian } from '@/components/guardians/add-guardian'
import { FamilyList } from '@/components/guardians/family-list'
import { ClientMessages } from '@/components/layout/client-messages'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/ui/card'
import { listFamily } from '@/lib/domain/guardians/queries'
import { relationships } from '@/lib/domain/guardians/schema'
import { orNotFound } from '@/lib/platform/page'
import { identityDocumentTypes } from '@/lib/shared/documents-id'
import { naturalName, shortName } from '@/lib/shared/names'
import { linkGuardianAction, unlinkGuardianAction, updateLinkAction } from '../../../guardians/actions'
import type { TabGiven } from './tabs'

export async function familyTab({ ctx, studentId, writes }: TabGiven) {
  const [{ items }, t, identity] = await Promise.all([
    orNotFound(listFamily.run(ctx, { studentId })),
    getTranslations('guardians'),
    getTranslations('identity'),
  ])
  const kin = relationships.map((value) => ({ value, label: t(`relationship.${value}`) }))
  const add = writes && (
    <AddGuardian
      school={ctx.school.slug}
      studentId={studentId}
      linked={items.map(({ guardianId }) => guardianId)}
      documentTypes={identityDocumentTypes.map((value) => ({ value, label: identity(`documentType.${value}`) }))}
      relationships={kin}
      action={linkGuardianAction}
    />
  )
  if (items.length === 0) {
    return (
      <ClientMessages namespaces={['guardians']}>
        <EmptyState title={t('family.emptyTitle')} action={add}>
          {t('family.emptyText')}
        </EmptyState>
      </ClientMessages>
    )
  }
  return (
    <ClientMessages namespaces={['guardians']}>
      <Section title={t('family.title')} intro={t('family.intro')} actions={add} bare>
        <FamilyList
          school={ctx.school.slug}
          studentId={studentId}
          members={items.map((member) => ({
            guardianId: member.guardianId,
            name: naturalName(member),
            short: shortName(member),
            phone: member.phone,
            email: member.email,
            isActive: member.isActive,
            relationship: member.relationship,
            isPrimary: member.isPrimary,
            priority: member.priority,
            canPickup: member.canPickup,
            isEmergencyContact: member.isEmergencyContact,
          }))}
          relationships={kin}
          actions={
            writes ? { update: updateLinkAction, unlink: unlinkGuardianAction, link: linkGuardianAction } : undefined
          }
        />
      </Section>
    </ClientMessages>
  )
}
