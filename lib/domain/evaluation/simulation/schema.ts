import { z } from 'zod'
import { choice, idField } from '@/lib/shared/fields'
import { promotionStatuses } from '../promotion/schema'
import { nationalLevels } from '../schema'

/** `open`: what would change from today on. `all`: as if the version had held since the year began, closed periods too. */
export const simulationScopes = ['open', 'all'] as const

export const simulateInput = z.strictObject({
  rulesId: idField,
  classGroupId: idField,
  scope: choice(simulationScopes).default('open'),
})

export const simulationGroupsInput = z.strictObject({ rulesId: idField })

/** The groups whose marks a version of the year's rules would touch. */
export const simulationGroups = z.object({
  items: z.array(z.object({ id: z.string(), code: z.string(), gradeLevel: z.string() })),
})

const outcome = z.object({ value: z.string().nullable(), level: z.enum(nationalLevels).nullable() })

/** A change of level of a subject's or area's year mark, or of promotion. */
export const simulatedChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('subject'),
    enrollmentId: z.string(),
    student: z.string(),
    name: z.string(),
    before: outcome,
    after: outcome,
  }),
  z.object({
    kind: z.literal('area'),
    enrollmentId: z.string(),
    student: z.string(),
    name: z.string(),
    before: outcome,
    after: outcome,
  }),
  z.object({
    kind: z.literal('promotion'),
    enrollmentId: z.string(),
    student: z.string(),
    before: z.enum(promotionStatuses),
    after: z.enum(promotionStatuses),
  }),
])
export type SimulatedChange = z.infer<typeof simulatedChange>

export const simulation = z.object({ group: z.string(), students: z.number(), changes: z.array(simulatedChange) })
export type Simulation = z.infer<typeof simulation>
