import type { DocumentName } from '#contract/plan-item.ts';

const lowered = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** A document as papers cite it: "Kế hoạch số 283/KH-UBND", or by what it is about while it has no number. */
export const planText = ({ docType, attachedDocType, docNumber, subjectLine }: DocumentName): string => {
  const kind = attachedDocType ?? docType ?? 'Văn bản';
  const name = `${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()}`;
  if (docNumber !== null) return `${name} số ${docNumber}`;
  return subjectLine === null ? name : `${name} ${lowered(subjectLine)}`;
};
