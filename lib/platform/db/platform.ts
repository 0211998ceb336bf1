import type { PrismaClient } from '../../../generated/prisma/client'
import { database } from './client'

/** The client of operations that belong to no school: sign-in, opening a school. */
export type PlatformDb = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$extends' | '$transaction'>

export const platformClient = (): PlatformDb => database().prisma
