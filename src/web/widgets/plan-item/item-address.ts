import type { LinkProps } from '@tanstack/react-router';
import { REGISTER_KINDS, type RegisterKind } from '#core/plan/plan-item.ts';

/** How each register is called in addresses. */
export const ITEM_SEGMENTS = {
  target: 'chi-tieu',
  task: 'nhiem-vu',
  project: 'du-an',
  gap: 'ton-tai',
} as const satisfies Record<RegisterKind, string>;

/** The page of an item. */
export const itemLink = (kind: RegisterKind, id: string): LinkProps => ({
  to: '/ke-hoach/$kind/$id',
  params: { kind: ITEM_SEGMENTS[kind], id },
});

/** Whether a kind of item is a register whose items have pages. */
export const isRegisterKind = (kind: string): kind is RegisterKind =>
  (REGISTER_KINDS as readonly string[]).includes(kind);
