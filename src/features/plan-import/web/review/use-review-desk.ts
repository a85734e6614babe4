import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ReviewStep } from '#core/plan-review/review-step.ts';
import type { PreviewItem } from '#features/plan-import/contract.ts';
import type { ReviewCommand } from './review-keys.ts';
import { listLikenable } from './likenable.ts';
import { findNeighbour, findNextPending, findNextUnsure } from './review-order.ts';
import type { ReviewActions, ReviewMode } from './review-actions.ts';

/** Why a command does nothing here. */
export type Hindrance = 'nothing-above' | 'nothing-to-replace' | 'nothing-alike';

interface Position {
  readonly chosen: string | null;
  readonly mode: ReviewMode;
  /** Grows whenever the chosen item is to take the focus. */
  readonly focus: number;
}

type LikenessStep = Extract<ReviewStep, { readonly kind: 'same' | 'distinct' }>;

interface Deeds {
  readonly liken: (step: LikenessStep) => void;
  readonly run: (command: ReviewCommand, readingId: string) => void;
  readonly decide: (step: ReviewStep, from: string) => void;
  readonly goTo: (readingId: string | null) => void;
}

/** Actions that stay the same object while what they act on changes. */
const useStableActions = (deeds: Deeds): ReviewActions => {
  const latest = useRef(deeds);
  useLayoutEffect(() => {
    latest.current = deeds;
  });
  return useMemo(() => {
    const decide = (step: ReviewStep, from: string): void => {
      latest.current.decide(step, from);
    };
    return {
      choose: (readingId) => {
        latest.current.goTo(readingId);
      },
      run: (command, readingId) => {
        latest.current.run(command, readingId);
      },
      correct: (item, changes) => {
        const nothing = { kind: 'accept', items: [item], replaces: false } as const;
        decide(changes.length === 0 ? nothing : { kind: 'correct', item, changes }, item);
      },
      liken: (item, kind, registered) => {
        latest.current.liken({ kind, item, registered });
      },
      split: (item, at) => {
        decide({ kind: 'split', item, at }, item);
      },
      reject: (item, reason) => {
        decide({ kind: 'reject', item, reason }, item);
      },
      leave: () => {
        latest.current.goTo(null);
      },
    };
  }, []);
};

interface ReviewDesk extends Position {
  readonly isHelpOpen: boolean;
  readonly actions: ReviewActions;
  readonly closeHelp: () => void;
  /** Chooses an item and gives it the focus. */
  readonly goTo: (readingId: string | null) => void;
}

/** Where the reviewer is, and what each command does from there. `items` are in the order of review. */
export const useReviewDesk = (
  items: readonly PreviewItem[],
  make: (step: ReviewStep) => void,
  tell: (hindrance: Hindrance) => void,
): ReviewDesk & { readonly run: (command: ReviewCommand) => void } => {
  const [position, setPosition] = useState<Position>(() => ({
    ...{ chosen: findNextPending(items, null) ?? items[0]?.readingId ?? null, mode: 'look', focus: 0 },
  }));
  const [isHelpOpen, setHelpOpen] = useState(false);
  const chosen = items.some(({ readingId }) => readingId === position.chosen)
    ? position.chosen
    : (items[0]?.readingId ?? null);

  const goTo = (readingId: string | null): void => {
    setPosition(({ focus, chosen: before }) => ({
      ...{ chosen: readingId ?? before, mode: 'look', focus: focus + 1 },
    }));
  };
  const decide = (step: ReviewStep, from: string): void => {
    make(step);
    // Both parts of a split wait for a decision: the first of them keeps the place.
    goTo(step.kind === 'split' ? step.item : findNextPending(items, from));
  };
  // What is told apart is not decided yet: the next likeness, or the item itself, waits.
  const liken = (step: LikenessStep): void => {
    if (step.kind === 'same') return decide(step, step.item);
    make(step);
    goTo(step.item);
  };
  const likenFirst = (kind: LikenessStep['kind'], item: PreviewItem | undefined): void => {
    const first = item && listLikenable(item)[0];
    return first ? liken({ kind, item: item.readingId, registered: first.itemId }) : tell('nothing-alike');
  };
  const open = (mode: ReviewMode, readingId: string): void => {
    setPosition(({ focus }) => ({ chosen: readingId, mode, focus: focus + 1 }));
  };
  const merge = (item: PreviewItem): void => {
    const { above } = item.review;
    if (above === null) {
      tell('nothing-above');
      return;
    }
    make({ kind: 'merge', item: item.readingId });
    goTo(above);
  };

  const run = (command: ReviewCommand, readingId: string): void => {
    const item = items.find((one) => one.readingId === readingId);
    switch (command) {
      case 'next':
        return goTo(findNeighbour(items, readingId, 1));
      case 'previous':
        return goTo(findNeighbour(items, readingId, -1));
      case 'next-unsure':
        return goTo(findNextUnsure(items, readingId));
      case 'accept':
        return decide({ kind: 'accept', items: [readingId], replaces: false }, readingId);
      case 'accept-replacing':
        return item?.match === 'differs'
          ? decide({ kind: 'accept', items: [readingId], replaces: true }, readingId)
          : tell('nothing-to-replace');
      case 'same':
      case 'distinct':
        return likenFirst(command, item);
      case 'correct':
      case 'split':
      case 'reject':
        return open(command, readingId);
      case 'merge':
        return item && merge(item);
      case 'undo':
        return make({ kind: 'undo' });
      case 'help':
        return setHelpOpen(true);
    }
  };
  const actions = useStableActions({ run, decide, liken, goTo });

  return {
    ...position,
    chosen,
    isHelpOpen,
    goTo,
    actions,
    closeHelp: () => {
      setHelpOpen(false);
    },
    run: (command) => {
      if (chosen !== null) run(command, chosen);
    },
  };
};
