import type { Permission } from '@/lib/platform/permissions'

/** Staff read how the whole school is built; families and students see their own courses and lessons elsewhere. */
export const readCatalog: Permission[] = ['read:students', 'read:own_students']
