import type { RegisterKind } from '#core/plan/plan-item.ts';

/** The registers by their names in addresses, in the order of the page. */
export const TABS = ['van-ban', 'chi-tieu', 'nhiem-vu', 'du-an', 'ton-tai'] as const;
export type Tab = (typeof TABS)[number];

/** What each register lists. */
export const KIND_OF_TAB = {
  'van-ban': null,
  'chi-tieu': 'target',
  'nhiem-vu': 'task',
  'du-an': 'project',
  'ton-tai': 'gap',
} as const satisfies Record<Tab, RegisterKind | null>;

/** The register that an address asks for; documents when it asks for none. */
export const readTab = (text: string | undefined): Tab => TABS.find((tab) => tab === text) ?? 'van-ban';
