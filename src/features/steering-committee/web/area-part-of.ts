import { keyOfPart, type AreaPart } from '#core/steering-committee/area-part.ts';
import type { AreaPartView } from '#features/steering-committee/contract.ts';

/** The part that a view names; none of what is not known any more. */
export const areaPartOf = ({
  kind,
  document,
  section,
  organization,
  task,
  indicator,
}: AreaPartView): readonly AreaPart[] => {
  switch (kind) {
    case 'province':
      return [{ kind }];
    case 'section':
      return document === null ? [] : [{ kind, documentId: document.id, section }];
    case 'organization':
      return organization === null ? [] : [{ kind, code: organization.code }];
    case 'task':
      return task === null ? [] : [{ kind, taskId: task.id }];
    case 'indicator':
      return indicator === null ? [] : [{ kind, code: indicator.code }];
  }
};

/** Whether an area has a part already, whatever it is called: two organizations, or sections of two plans, may bear one name. */
export const hasPart = (parts: readonly AreaPartView[], part: AreaPartView): boolean => {
  const keys = new Set(parts.flatMap(areaPartOf).map(keyOfPart));
  return areaPartOf(part).some((one) => keys.has(keyOfPart(one)));
};
