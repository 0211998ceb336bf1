import '@/lib/platform/db/prisma'
import { dataDir } from '@/scripts/program/data-folder'
import { runningEnv } from '@/scripts/program/running-env'

// Browser tests run beside the server that DATA_DIR names: with its settings the factories write where it reads.
Object.assign(process.env, runningEnv(dataDir()), { LOG_LEVEL: 'silent' })
