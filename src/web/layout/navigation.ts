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
  /** How early it comes to stand in the bottom bar of a phone, which has room for four; null for what is always under "more". */
  readonly phoneRank: number | null;
}

/** The entries of the main navigation, in their order. */
export const NAVIGATION: readonly NavigationEntry[] = [
  { to: '/', name: 'overview', icon: LayoutDashboard, action: 'overview.read', phoneRank: 1 },
  { to: '/viec-cua-toi', name: 'work', icon: ListTodo, action: 'submission.read', phoneRank: 2 },
  { to: '/tuan-cua-co-quan', name: 'week', icon: CalendarCheck, action: 'execution.report', phoneRank: 3 },
  {
    to: '/linh-vuc-phu-trach',
    name: 'areas',
    icon: Compass,
    action: 'steering-committee.read',
    phoneRank: 4,
  },
  { to: '/bo-chi-so', name: 'index', icon: ListTree, action: 'index.read', phoneRank: 6 },
  { to: '/xep-hang', name: 'ranking', icon: Trophy, action: 'ranking.read', phoneRank: null },
  { to: '/ke-hoach', name: 'plans', icon: ClipboardList, action: 'plan.read', phoneRank: 5 },
  { to: '/nhiem-vu', name: 'execution', icon: KanbanSquare, action: 'execution.read', phoneRank: null },
  { to: '/nhac-viec', name: 'reminders', icon: BellRing, action: 'reminder.read', phoneRank: null },
  { to: '/kho-khan', name: 'difficulties', icon: LifeBuoy, action: 'difficulty.read', phoneRank: null },
  { to: '/mau-thuan', name: 'contradictions', icon: Scale, action: 'plan.read', phoneRank: null },
  { to: '/dot-bao-cao', name: 'rounds', icon: CalendarClock, action: 'round.read', phoneRank: null },
  { to: '/co-quan', name: 'organizations', icon: Building2, action: 'organization.read', phoneRank: 7 },
  { to: '/so-dang-ky', name: 'registers', icon: Database, action: 'register.read', phoneRank: 8 },
  { to: '/lich-lam-viec', name: 'calendar', icon: CalendarDays, action: 'session.read', phoneRank: null },
  {
    to: '/van-ban-hanh-chinh',
    name: 'papers',
    icon: FileText,
    action: 'official-document.read',
    phoneRank: null,
  },
  { to: '/nhap-van-ban', name: 'planImport', icon: FileUp, action: 'plan.import', phoneRank: null },
  {
    to: '/quan-tri/tai-khoan',
    name: 'administration',
    icon: Users,
    action: 'account.read',
    phoneRank: 9,
  },
  {
    to: '/quan-tri/nguon-so-lieu',
    name: 'deliverySources',
    icon: Unplug,
    action: 'delivery-source.write',
    phoneRank: null,
  },
  { to: '/cong-viec-nen', name: 'jobs', icon: Cog, action: 'job.read', phoneRank: null },
  { to: '/quan-tri/nhat-ky', name: 'auditTrail', icon: ScrollText, action: 'audit.read', phoneRank: 10 },
];

const MOST_ON_PHONE = 4;

/**
 * The entries that a person is shown, and which of them stand in the bottom bar of a phone: what needs the person first, the
 * own area of a member of the steering committee and the plans before the index, which the overview leads to.
 */
export const splitNavigation = (
  permitted: readonly Action[],
): { readonly entries: readonly NavigationEntry[]; readonly onPhone: readonly NavigationEntry[] } => {
  const entries = NAVIGATION.filter(({ action }) => permitted.includes(action));
  const ranks = entries.flatMap(({ phoneRank }) => phoneRank ?? []).toSorted((one, other) => one - other);
  const last = ranks[MOST_ON_PHONE - 1] ?? Infinity;
  const onPhone = entries.filter(({ phoneRank }) => phoneRank !== null && phoneRank <= last);
  return { entries, onPhone };
};
