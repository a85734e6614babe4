import { tidy } from '#core/kernel/text.ts';

/**
 * When something is due, in the words of its plan: "Quý II/2026"; where the column of times is not one of plain completion,
 * after its heading: "Thời điểm đánh giá: Cuối năm 2025". Null where the plan states no time.
 */
export const dueWords = (heading: string | null, raw: string | null): string | null =>
  raw === null || heading === null ? raw : `${heading}: ${raw}`;

// Kinds of document that set targets and tasks for a time to come: plans, programmes, schemes, strategies.
const PLAN_KINDS = /^(?:kế hoạch|chương trình|đề án|chiến lược|kịch bản|lộ trình)(?: |$)/iu;

/** Whether a kind of document is a plan. */
export const isPlanKind = (docType: string | null): boolean =>
  docType !== null && PLAN_KINDS.test(tidy(docType));
