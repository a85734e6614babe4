import { useState } from 'react';
import type { AmendmentComparison } from '#features/plan-import/amendment/amendment-contract.ts';
import { useSession } from '#web/session/session.ts';
import { choicesKey, keepChoices, loadChoices, type AmendmentChoices } from './kept-choices.ts';

type Comparison = NonNullable<AmendmentComparison['comparison']>;

/** The choices of a comparison, kept in this browser until they are entered. Only what the comparison still has counts. */
export const useChoices = (importId: string, { document, relation, ...parts }: Comparison) => {
  const { account } = useSession();
  const key = choicesKey(account.username, importId, document.id, relation);
  const [chosen, setChosen] = useState(() => loadChoices(key));
  const changed = new Set(parts.changed.map(({ readingId }) => readingId));
  const added = new Set(parts.added.map(({ readingId }) => readingId));
  const dropped = new Set(parts.dropped.map(({ itemId }) => itemId));
  const choices: AmendmentChoices = {
    applied: chosen.applied.filter((id) => changed.has(id)),
    excluded: chosen.excluded.filter((id) => added.has(id)),
    ended: chosen.ended.filter((id) => dropped.has(id)),
  };
  return {
    choices,
    choose: (change: Partial<AmendmentChoices>): void => {
      const next = { ...choices, ...change };
      setChosen(next);
      keepChoices(key, next);
    },
    forget: (): void => {
      keepChoices(key, null);
    },
  };
};
