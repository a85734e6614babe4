import type { FieldChange } from '#core/plan-review/review-step.ts';
import type { ReviewCommand } from './review-keys.ts';

/** What the person does with the chosen item: looks at it, or fills in one of its forms. */
export type ReviewMode = 'look' | 'correct' | 'split' | 'reject';

/** What can be done with items; the object stays the same, so that only rows that change are drawn anew. */
export interface ReviewActions {
  readonly choose: (readingId: string) => void;
  readonly run: (command: ReviewCommand, readingId: string) => void;
  readonly correct: (readingId: string, changes: readonly FieldChange[]) => void;
  /** The item is, or is not, that item of another document. */
  readonly liken: (readingId: string, kind: 'same' | 'distinct', registered: string) => void;
  readonly split: (readingId: string, at: number) => void;
  readonly reject: (readingId: string, reason: string | null) => void;
  /** Leaves a form without doing anything. */
  readonly leave: () => void;
}
