import { getTranslations } from 'next-intl/server'
import type { NavItem } from '@/components/layout/app-shell'
import type { PaletteAction } from '@/components/layout/command-palette'
import type { Texts } from '@/components/layout/texts'
import { readCatalog } from '@/lib/domain/academics/groups/policy'
import { kindsOf } from '@/lib/domain/imports/policy'
import type { SchoolContext } from '@/lib/platform/context'
import { can, type Permission } from '@/lib/platform/permissions'
import { settingsPages } from './settings-pages'

type Noun =
  | 'home'
  | 'students'
  | 'enrollments'
  | 'review'
  | 'academics'
  | 'attendance'
  | 'gradebook'
  | 'closing'
  | 'evaluation'
  | 'reportCards'
  | 'papers'
  | 'sheets'
  | 'meetings'

type Entry = { noun: Noun; path: string; needs: Permission[] }

/** Those that belong together stand together: the office, the classroom, the marks of the school, its structure. */
const groups: Entry[][] = [
  [
    { noun: 'home', path: '', needs: [] },
    { noun: 'students', path: '/students', needs: ['read:students', 'read:own_students'] },
    { noun: 'enrollments', path: '/enrollments', needs: ['read:enrollment'] },
    { noun: 'review', path: '/review', needs: ['write:enrollment'] },
    { noun: 'papers', path: '/papers', needs: ['read:enrollment'] },
  ],
  [
    { noun: 'attendance', path: '/attendance', needs: ['read:attendance', 'write:attendance'] },
    { noun: 'gradebook', path: '/gradebook', needs: ['read:grades', 'write:grades'] },
    { noun: 'sheets', path: '/sheets', needs: ['read:grades', 'write:grades'] },
  ],
  [
    { noun: 'closing', path: '/closing', needs: ['read:grades'] },
    { noun: 'meetings', path: '/meetings', needs: ['read:grades'] },
    { noun: 'reportCards', path: '/report-cards', needs: ['read:grades', 'read:own_data'] },
  ],
  [
    { noun: 'academics', path: '/academics', needs: readCatalog },
    { noun: 'evaluation', path: '/evaluation', needs: ['read:grades', 'write:grades'] },
  ],
]

/** The few nouns that this person's roles use, settings at the foot. */
export async function navOf(ctx: SchoolContext): Promise<NavItem[]> {
  const t = await getTranslations('nav')
  const home = `/${ctx.school.slug}`
  const opens = ({ needs }: Entry) => needs.length === 0 || needs.some((need) => can(ctx.permissions, need))
  const mine = groups.flatMap((group) => group.filter(opens).map((entry, index) => ({ ...entry, begins: index === 0 })))
  const settings = settingsPages(ctx)
  return [
    ...mine.map(({ noun, path, begins }) => ({
      ...{ href: home + path, label: t(noun), icon: noun, exact: path === '' },
      begins: begins && path !== '',
    })),
    ...(settings.length > 0
      ? [{ href: `${home}/settings`, label: t('settings'), icon: 'settings' as const, last: true }]
      : []),
  ]
}

/** The steps that build a year, for who may take them. */
const structureActions = (t: Texts<'nav'>, home: string): PaletteAction[] => [
  { label: t('newGroup'), href: `${home}/academics/groups/new` },
  { label: t('severalGroups'), href: `${home}/academics/groups/several` },
  { label: t('generateCourses'), href: `${home}/academics/generate` },
]

/** Lists of the whole school's marks, and calling a meeting. */
const evaluationActions = (t: Texts<'nav'>, home: string): PaletteAction[] => [
  { label: t('failing'), href: `${home}/sheets/failing` },
  { label: t('levels'), href: `${home}/sheets/levels` },
  { label: t('newMeeting'), href: `${home}/meetings/new` },
]

/** What the command palette offers beside the people that it finds. */
export async function paletteOf(ctx: SchoolContext, nav: NavItem[]): Promise<PaletteAction[]> {
  const [t, home] = [await getTranslations('nav'), `/${ctx.school.slug}`]
  const writes = can(ctx.permissions, 'write:enrollment')
  return [
    ...(writes
      ? [
          { label: t('newEnrollment'), href: `${home}/enrollments/new` },
          { label: t('newStudent'), href: `${home}/students/new` },
        ]
      : []),
    ...(kindsOf(ctx).length > 0 ? [{ label: t('imports'), href: `${home}/imports` }] : []),
    ...(can(ctx.permissions, 'config:institution')
      ? [...structureActions(t, home), { label: t('rollover'), href: `${home}/rollover` }]
      : []),
    ...(can(ctx.permissions, 'write:due_process') ? evaluationActions(t, home) : []),
    ...nav.map(({ label, href }) => ({ label, href })),
    ...settingsPages(ctx).map((page) => ({
      label: t(page),
      href: `${home}/settings/${page}`,
      keywords: [t('settings')],
    })),
    { label: t('account'), href: '/account' },
  ]
}
