import { z } from 'zod'
import { fileFields, ofList, platformTableExport, tableExport } from '@/lib/platform/table-export'
import type { TableColumn } from '@/lib/platform/table-file'
import { translator } from '@/lib/platform/translator'
import { platformJobsOverview } from './platform/queries'
import { listJobs } from './queries'
import { jobState } from './rules'
import type { JobRow, PlatformJobs } from './schema'

async function columnsIn(locale: string): Promise<TableColumn<JobRow>[]> {
  const t = await translator(locale, 'jobs')
  return [
    { title: t('job'), read: ({ title }) => title, width: 44 },
    { title: t('state'), read: (job) => t(`status.${jobState(job)}`), width: 18 },
    { title: t('total'), read: ({ total }) => total, width: 10 },
    { title: t('done'), read: ({ done }) => done, width: 10 },
    { title: t('failed'), read: ({ failed }) => failed, width: 10 },
    { title: t('by'), read: ({ startedBy }) => startedBy ?? t('system'), width: 30 },
    { title: t('created'), read: ({ createdAt }) => ({ moment: createdAt }), width: 18 },
    { title: t('finished'), read: ({ finishedAt }) => ({ moment: finishedAt }), width: 18 },
    { title: t('lastError'), read: ({ lastError }) => lastError, width: 50 },
  ]
}

const nameIn = async (locale: string) => (await translator(locale, 'jobs'))('fileName')

export const exportJobs = tableExport({
  name: 'jobs.export',
  action: 'job.export',
  ...ofList(listJobs, async (locale) => ({ name: await nameIn(locale), columns: await columnsIn(locale) })),
})

type Failed = PlatformJobs['failed'][number]

/** What failed in all schools, each with its school. */
export const exportFailedJobs = platformTableExport({
  name: 'jobs.exportFailed',
  action: 'job.export',
  permission: platformJobsOverview.permissions,
  input: z.strictObject(fileFields),
  read: async ({ ctx }) => {
    const [{ failed }, t, own] = await Promise.all([
      platformJobsOverview.run(ctx, {}),
      translator(ctx.locale, 'admin'),
      columnsIn(ctx.locale),
    ])
    const columns: TableColumn<Failed>[] = [{ title: t('name'), read: ({ school }) => school.name, width: 36 }, ...own]
    return { name: await nameIn(ctx.locale), columns, rows: failed }
  },
})
