import type { JobRow, JobStatus } from './schema'

export const jobColumns = {
  id: true,
  name: true,
  title: true,
  status: true,
  total: true,
  done: true,
  failed: true,
  attempts: true,
  lastError: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  creator: { select: { fullName: true } },
} as const

type Stored = Omit<JobRow, 'status' | 'startedBy' | 'createdAt' | 'startedAt' | 'finishedAt'> & {
  status: string
  createdAt: Date
  startedAt: Date | null
  finishedAt: Date | null
  creator: { fullName: string } | null
}

export const toJob = ({ creator, status, createdAt, startedAt, finishedAt, ...job }: Stored): JobRow => ({
  ...job,
  status: status as JobStatus,
  startedBy: creator?.fullName ?? null,
  createdAt: createdAt.toISOString(),
  startedAt: startedAt?.toISOString() ?? null,
  finishedAt: finishedAt?.toISOString() ?? null,
})
