import { type DemoFamily, type DemoStudent, makeFamilies } from '@/prisma/seed/families'
import type { DemoGuardian } from '@/prisma/seed/guardians'

/** A family of the demo with at least `children` children: names, documents, telephones and grades that fit together. */
export function aFamily(seed: number, children = 1): DemoFamily {
  const family = makeFamilies({ seed, students: 40 * children, city: 'Medellín' }).find(
    (candidate) => candidate.students.length >= children,
  )
  if (!family) throw new RangeError(`No family of ${children} for seed ${seed}`)
  return family
}

/** What `students.create` takes, of a child of the demo; `over` replaces fields. */
export function studentInput(seed: number, over: Partial<DemoStudent> = {}) {
  const { links, gradeLevel, groupCode, ...student } = { ...(aFamily(seed).students[0] as DemoStudent), ...over }
  return student
}

/** What `guardians.save` takes, of a grown-up of the demo; `over` replaces fields. */
export function guardianInput(seed: number, over: Partial<DemoGuardian> = {}) {
  const { relationship, ...guardian } = { ...(aFamily(seed).guardians[0] as DemoGuardian), ...over }
  return guardian
}
