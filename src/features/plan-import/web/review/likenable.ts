import type { PreviewItem, RegisteredTarget } from '#features/plan-import/contract.ts';

/** Items of other documents that a statement can be said to repeat: of its kind, while it is in no register itself. */
export const listLikenable = ({ kind, match, elsewhere }: PreviewItem): readonly RegisteredTarget[] =>
  match === 'new' ? elsewhere.filter((other) => other.kind === kind) : [];
