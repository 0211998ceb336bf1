// The generated client is 1.2 MB of source. Imported below the routes, each bundle of routes would hold a copy of its own.
import { PrismaClient } from '../../../generated/prisma/client'
import { provideClient } from './client'

provideClient(PrismaClient)
