import { tidy } from '#core/kernel/text.ts';

// "trước ngày 30/6/2026" excludes the day that it names, "đến hết ngày 30/6/2026" does not.
const BEFORE = /^(?:xong |hoàn thành |gửi |báo cáo )?trước /iu;

/** Whether a due rule is worded "before the day", so that the day named is already too late. */
export const isBeforeDay = (words: string): boolean => BEFORE.test(tidy(words));

// Kinds of document that set targets and tasks for a time to come: plans, programmes, schemes, strategies.
const PLAN_KINDS = /^(?:kế hoạch|chương trình|đề án|chiến lược|kịch bản|lộ trình)(?: |$)/iu;

/** Whether a kind of document is a plan. */
export const isPlanKind = (docType: string | null): boolean =>
  docType !== null && PLAN_KINDS.test(tidy(docType));
