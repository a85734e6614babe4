import type { RelationCertainty } from '#core/consistency/measures/relation-certainty.ts';
import type { RegisterItem } from '#contract/plan-item.ts';
import type { RelatedItem } from './contract.ts';

/** An item with how it comes to the indicator. */
export interface RelatedRegisterItem {
  readonly item: RegisterItem;
  readonly certainty: RelationCertainty;
}

/** What the registers say about an indicator, as far as its page shows it; projects are left out. */
export const relatedView = ({ item, certainty }: RelatedRegisterItem): readonly RelatedItem[] => {
  if (item.kind === 'project') return [];
  const { id, kind, name, document, place, due, agencies } = item;
  return [
    {
      id,
      kind,
      certainty,
      name,
      documentId: document.id,
      documentTitle: document.subjectLine,
      line: place.line,
      rawTarget: item.kind === 'target' ? item.rawTarget : null,
      targetValue:
        item.kind === 'target' && item.value !== null
          ? { value: item.value, unit: item.unit, end: item.period?.end ?? item.due?.end ?? null }
          : null,
      cause: item.kind === 'gap' ? item.cause : null,
      remedy: item.kind === 'gap' ? item.remedy : null,
      expectedResult: item.kind === 'task' ? item.expectedResult : null,
      dueRaw: due?.raw ?? null,
      leadAgencies: agencies
        .filter(({ role }) => role === 'lead')
        .map(({ nameAsWritten, organizationCode, name: official }) => ({
          nameAsWritten,
          organizationCode,
          name: official,
        })),
    },
  ];
};
