import type { PlanImportRow } from '#features/plan-import/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import { planImportMessages } from './messages.ts';

const TONES = { draft: 'warning', accepted: 'good', discarded: 'open', undone: 'open' } as const;

/** Where an import stands: to be reviewed, accepted, discarded, undone. */
export const ImportStateBadge = ({ of: { state } }: { readonly of: Pick<PlanImportRow, 'state'> }) => (
  <StateBadge tone={TONES[state]}>{useMessages(planImportMessages).states[state]}</StateBadge>
);
