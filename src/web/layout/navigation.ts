import {
  BellRing,
  Building2,
  Cog,
  CalendarCheck,
  CalendarClock,
  CalendarDays,
  ClipboardList,
  Compass,
  Database,
  FileText,
  FileUp,
  KanbanSquare,
  LayoutDashboard,
  LifeBuoy,
  ListTodo,
  ListTree,
  Scale,
  ScrollText,
  Trophy,
  Unplug,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { Action } from '#core/access/permissions.ts';
import type { vi } from '#web/i18n/vi.ts';

export interface NavigationEntry {
  readonly to:
    | '/'
    | '/viec-cua-toi'
    | '/bo-chi-so'
    | '/xep-hang'
    | '/ke-hoach'
    | '/nhiem-vu'
    | '/tuan-cua-co-quan'
    | '/linh-vuc-phu-trach'
    | '/nhac-viec'
    | '/kho-khan'
    | '/mau-thuan'
    | '/dot-bao-cao'
    | '/co-quan'
    | '/so-dang-ky'
    | '/lich-lam-viec'
    | '/van-ban-hanh-chinh'
    | '/nhap-van-ban'
    | '/quan-tri/tai-khoan'
    | '/quan-tri/nguon-so-lieu'
    | '/cong-viec-nen'
    | '/quan-tri/nhat-ky';
  readonly name: keyof typeof vi.navigation;
  readonly icon: LucideIcon;
  /** What a person must be permitted to do to be shown the entry. */
  readonly action: Action;
  /** May stand in the bottom bar of a phone, which has room for the first four. */
  readonly onPhone: boolean;
}

/** The entries of the main navigation, in their order. */
export const NAVIGATION: readonly NavigationEntry[] = [
  { to: '/', name: 'overview', icon: LayoutDashboard, action: 'overview.read', onPhone: true },
  { to: '/viec-cua-toi', name: 'work', icon: ListTodo, action: 'submission.read', onPhone: true },
  { to: '/tuan-cua-co-quan', name: 'week', icon: CalendarCheck, action: 'execution.report', onPhone: true },
  {
    to: '/linh-vuc-phu-trach',
    name: 'areas',
    icon: Compass,
    action: 'steering-committee.read',
    onPhone: true,
  },
  { to: '/bo-chi-so', name: 'index', icon: ListTree, action: 'index.read', onPhone: true },
  { to: '/xep-hang', name: 'ranking', icon: Trophy, action: 'ranking.read', onPhone: false },
  { to: '/ke-hoach', name: 'plans', icon: ClipboardList, action: 'plan.read', onPhone: true },
  { to: '/nhiem-vu', name: 'execution', icon: KanbanSquare, action: 'execution.read', onPhone: false },
  { to: '/nhac-viec', name: 'reminders', icon: BellRing, action: 'reminder.read', onPhone: false },
  { to: '/kho-khan', name: 'difficulties', icon: LifeBuoy, action: 'difficulty.read', onPhone: false },
  { to: '/mau-thuan', name: 'contradictions', icon: Scale, action: 'plan.read', onPhone: false },
  { to: '/dot-bao-cao', name: 'rounds', icon: CalendarClock, action: 'round.read', onPhone: false },
  { to: '/co-quan', name: 'organizations', icon: Building2, action: 'organization.read', onPhone: true },
  { to: '/so-dang-ky', name: 'registers', icon: Database, action: 'register.read', onPhone: true },
  { to: '/lich-lam-viec', name: 'calendar', icon: CalendarDays, action: 'session.read', onPhone: false },
  {
    to: '/van-ban-hanh-chinh',
    name: 'papers',
    icon: FileText,
    action: 'official-document.read',
    onPhone: false,
  },
  { to: '/nhap-van-ban', name: 'planImport', icon: FileUp, action: 'plan.import', onPhone: false },
  {
    to: '/quan-tri/tai-khoan',
    name: 'administration',
    icon: Users,
    action: 'account.read',
    onPhone: false,
  },
  {
    to: '/quan-tri/nguon-so-lieu',
    name: 'deliverySources',
    icon: Unplug,
    action: 'delivery-source.write',
    onPhone: false,
  },
  { to: '/cong-viec-nen', name: 'jobs', icon: Cog, action: 'job.read', onPhone: false },
  { to: '/quan-tri/nhat-ky', name: 'auditTrail', icon: ScrollText, action: 'audit.read', onPhone: true },
];

const MOST_ON_PHONE = 4;

/** The entries that a person is shown, and which of them stand in the bottom bar of a phone. */
export const splitNavigation = (
  permitted: readonly Action[],
): { readonly entries: readonly NavigationEntry[]; readonly onPhone: readonly NavigationEntry[] } => {
  const entries = NAVIGATION.filter(({ action }) => permitted.includes(action));
  return { entries, onPhone: entries.filter((entry) => entry.onPhone).slice(0, MOST_ON_PHONE) };
};
