import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RefreshWhile } from '@/components/jobs/refresh-while'
import { ClientMessages } from '@/components/layout/client-messages'
import { Section } from '@/components/ui/card'
import { readOneSchool } from '@/lib/domain/schools/platform/queries'
import { listExports, listPurges } from '@/lib/domain/schools/removal/queries'
import { orNotFound, platformPageContext } from '@/lib/platform/page'
import { SchoolHeader } from '../_components/school-header'
import { StatePanel } from '../_components/state-panel'
import { Exports } from './_components/exports'
import { Removal } from './_components/removal'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('tabs.life') }
}

export default async function SchoolLifePage({ params }: { params: Promise<{ schoolId: string }> }) {
  const [ctx, { schoolId }] = await Promise.all([platformPageContext(), params])
  const [school, { items: exports }, { items: purges }, t] = await Promise.all([
    orNotFound(readOneSchool.run(ctx, { schoolId })),
    orNotFound(listExports.run(ctx, { schoolId })),
    orNotFound(listPurges.run(ctx, { schoolId })),
    getTranslations('admin'),
  ])
  const planned = purges.find(({ status }) => status === 'waiting' || status === 'running')
  return (
    <ClientMessages namespaces={['admin']}>
      <SchoolHeader school={school} tab="life" />
      <RefreshWhile running={exports.some(({ status }) => status === 'expected') || planned?.status === 'running'} />
      <div className="grid max-w-3xl gap-8">
        <Section title={t('state')}>
          <StatePanel schoolId={school.id} name={school.name} version={school.version} isActive={school.isActive} />
        </Section>
        <Exports schoolId={school.id} isOpen={school.isActive} exports={exports} />
        <Removal
          school={school}
          hasFinal={exports.some(({ isFinal, status }) => isFinal && status === 'ready')}
          planned={planned}
        />
      </div>
    </ClientMessages>
  )
}
