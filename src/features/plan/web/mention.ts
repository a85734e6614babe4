import type { z } from 'zod';
import type { DocumentMention } from '#contract/plan-item.ts';
import type { Format } from '#web/i18n/format.ts';
import type { PlanWords } from './messages.ts';

type Mention = Pick<z.infer<typeof DocumentMention>, 'docType' | 'docNumber' | 'issueDate' | 'subject'>;

/** A document that is named in passing: "Quyết định 749/QĐ-TTg ngày 03/06/2020: …". */
export const mentionInWords = (mention: Mention, plan: PlanWords, format: Format): string => {
  const title = [mention.docType, mention.docNumber].filter((part) => part !== null).join(' ');
  const dated =
    mention.issueDate === null ? title : plan.documentAndDate(title, format.day(mention.issueDate));
  return [dated, mention.subject].filter((part) => part !== null && part !== '').join(': ');
};
