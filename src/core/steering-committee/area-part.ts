/** What can belong to an area. `province` is direction of the whole. */
export const AREA_PART_KINDS = ['province', 'section', 'organization', 'task', 'indicator'] as const;
export type AreaPartKind = (typeof AREA_PART_KINDS)[number];

/** Something that belongs to the area of a member of the steering committee. */
export type AreaPart =
  | { readonly kind: 'province' }
  /** A section as the document names it; null for the whole document. */
  | { readonly kind: 'section'; readonly documentId: string; readonly section: string | null }
  | { readonly kind: 'organization'; readonly code: string }
  | { readonly kind: 'task'; readonly taskId: string }
  /** A main or a component indicator of the index. */
  | { readonly kind: 'indicator'; readonly code: string };

/** Tells parts apart: two with one key are the same. */
export const keyOfPart = (part: AreaPart): string => {
  switch (part.kind) {
    case 'province':
      return part.kind;
    case 'section':
      return JSON.stringify([part.kind, part.documentId, part.section]);
    case 'organization':
    case 'indicator':
      return JSON.stringify([part.kind, part.code]);
    case 'task':
      return JSON.stringify([part.kind, part.taskId]);
  }
};

/** A part as the audit trail tells it: its form, and the codes that it is known by. */
export const partFact = (part: AreaPart): string => {
  switch (part.kind) {
    case 'province':
      return part.kind;
    case 'section':
      return [part.kind, part.documentId, ...(part.section === null ? [] : [part.section])].join(' ');
    case 'organization':
    case 'indicator':
      return `${part.kind} ${part.code}`;
    case 'task':
      return `${part.kind} ${part.taskId}`;
  }
};

/** The parts in their order, each once. */
export const distinctParts = <Part extends AreaPart>(parts: readonly Part[]): readonly Part[] => [
  ...new Map(parts.map((part) => [keyOfPart(part), part])).values(),
];

/** Parts of an area beside those that it had. */
export const listNewParts = <Part extends AreaPart>(
  parts: readonly Part[],
  before: readonly AreaPart[],
): readonly Part[] => {
  const known = new Set(before.map(keyOfPart));
  return parts.filter((part) => !known.has(keyOfPart(part)));
};

/** Whether an area with these indicators has a component of the index: itself, or through its main indicator. */
export const coversIndicator = (codes: readonly string[], component: string): boolean =>
  codes.some((code) => component === code || component.startsWith(`${code}.`));
