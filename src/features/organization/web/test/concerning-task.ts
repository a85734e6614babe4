import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { AgencyRole } from '#core/plan/plan-item.ts';
import type { TaskState } from '#core/task-state/task-state.ts';
import type { OrganizationItem } from '#features/organization/contract.ts';

interface ConcerningTask {
  readonly name: string;
  /** Tells tasks apart where that matters. */
  readonly index?: number;
  readonly state: TaskState;
  /** How the organization's own part stands; as the whole where nothing is said. */
  readonly part?: TaskState;
  readonly lastDay: PlainDate;
  readonly roles: readonly AgencyRole[];
  /** Name of the group through which it concerns the organization. */
  readonly group?: string;
}

/** An invented task of a decision, as it concerns an organization. */
export const concerningTask = (task: ConcerningTask): OrganizationItem => ({
  item: {
    kind: 'task',
    id: `0190a0a0-0000-7000-8000-${String(task.index ?? 0).padStart(12, '0')}`,
    name: task.name,
    indicatorCode: null,
    due: {
      kind: 'by-date',
      raw: 'theo kế hoạch',
      start: null,
      end: task.lastDay,
      before: false,
      lastDay: task.lastDay,
    },
    standing: { state: task.state, lastDay: task.lastDay },
    agencies: [],
    hasQuote: false,
    form: 'table-row',
    role: null,
    expectedResult: null,
    dueColumn: null,
    place: { appendix: null, section: null, order: null, line: null, page: null, block: null },
    document: {
      id: '0190a0a0-0000-7000-8000-000000000001',
      docType: 'Quyết định',
      attachedDocType: null,
      docNumber: '501/QĐ-UBND',
      issueDate: null,
      year: null,
      subjectLine: null,
      isDraft: false,
    },
  },
  roles: [...task.roles],
  part: task.part === undefined ? null : { state: task.part, lastDay: task.lastDay },
  viaGroup:
    task.group === undefined
      ? null
      : {
          code: 'SBN',
          name: task.group,
          abbreviation: null,
          kind: 'group',
          validFrom: null,
          validTo: null,
        },
});
