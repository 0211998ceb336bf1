import {
  Bell,
  BookOpen,
  Building2,
  CalendarCheck,
  CalendarDays,
  ClipboardCheck,
  FileText,
  GraduationCap,
  House,
  KeyRound,
  ListChecks,
  Lock,
  type LucideIcon,
  Mail,
  NotebookPen,
  NotebookText,
  Palette,
  Presentation,
  Scale,
  ScrollText,
  Settings,
  Stamp,
  Table2,
  UserCheck,
  Users,
} from 'lucide-react'

const icons = {
  home: House,
  students: GraduationCap,
  guardians: Users,
  enrollments: ClipboardCheck,
  review: ListChecks,
  documents: FileText,
  papers: Stamp,
  reportCards: NotebookText,
  academics: BookOpen,
  attendance: CalendarCheck,
  gradebook: NotebookPen,
  closing: Lock,
  sheets: Table2,
  meetings: Presentation,
  evaluation: Scale,
  years: CalendarDays,
  people: UserCheck,
  schools: Building2,
  communications: Bell,
  mails: Mail,
  jobs: ListChecks,
  audit: ScrollText,
  tokens: KeyRound,
  branding: Palette,
  settings: Settings,
} satisfies Record<string, LucideIcon>

export type NavIconName = keyof typeof icons

export function NavIcon({ name }: { name: NavIconName }) {
  const Icon = icons[name]
  return <Icon aria-hidden="true" />
}
