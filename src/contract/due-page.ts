import type { DuePart } from '#core/reminder/due-part.ts';

/** What the page of something due is found by. */
export interface DuePlace {
  readonly kind: DuePart['kind'];
  /** The task, also of a step, or the submission. */
  readonly id: string;
  readonly organizationCode: string;
}

/** The page on which somebody reports what is due, from the root of the web: of a step, the plan that it stands in. */
export const pageOfDue = ({ kind, id, organizationCode }: DuePlace): string => {
  const ofTask = `/nhiem-vu/${id}?co-quan=${encodeURIComponent(organizationCode)}`;
  switch (kind) {
    case 'task':
      return `${ofTask}#phan-viec`;
    case 'step':
      return `${ofTask}#ke-hoach-thuc-hien`;
    case 'report':
      return `/bao-cao/${id}`;
  }
};

/** The tasks of an agency. */
export const pageOfAgency = (organizationCode: string): string =>
  `/nhiem-vu?co-quan=${encodeURIComponent(organizationCode)}`;
