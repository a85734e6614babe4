import { isPlainDate } from '#core/kernel/plain-date.ts';
import { capitalized, dayInFigures } from '#core/report/official-wording.ts';
import type { DocumentName } from '#contract/plan-item.ts';

const lowered = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

const named = (kind: string): string => capitalized(kind.toLowerCase());

/**
 * A document as papers cite it: "Kế hoạch số 283/KH-UBND ngày 12/8/2026", one that another puts in force by that one's number, or by
 * what it is about while it has no number.
 */
export const planText = ({
  docType,
  attachedDocType,
  docNumber,
  issueDate,
  subjectLine,
}: DocumentName): string => {
  const kind = named(attachedDocType ?? docType ?? 'Văn bản');
  if (docNumber === null) return subjectLine === null ? kind : `${kind} ${lowered(subjectLine)}`;
  const day = issueDate !== null && isPlainDate(issueDate) ? ` ngày ${dayInFigures(issueDate)}` : '';
  const number = `số ${docNumber}${day}`;
  return attachedDocType === null || docType === null || named(docType) === kind
    ? `${kind} ${number}`
    : `${kind} ban hành kèm theo ${named(docType)} ${number}`;
};
