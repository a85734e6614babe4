import { tidy } from '#core/kernel/text.ts';

// Kinds of document that set targets and tasks for a time to come: plans, programmes, schemes, strategies.
const PLAN_KINDS = /^(?:kế hoạch|chương trình|đề án|chiến lược|kịch bản|lộ trình)(?: |$)/iu;

/** Whether a kind of document is a plan. */
export const isPlanKind = (docType: string | null): boolean =>
  docType !== null && PLAN_KINDS.test(tidy(docType));
