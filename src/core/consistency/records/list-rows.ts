import type { AgencyRecord, ConsistencyInput, ListedRecord } from './records.ts';

/** A row of a list in an annex, whatever it lists. */
export interface ListRow extends ListedRecord {
  readonly agencies: readonly AgencyRecord[];
  /** What is to be reached, as one text; empty where it is work. */
  readonly value: string;
}

/** The rows of the lists in annexes: targets, tasks and projects; numbers inside other items are not rows. */
export const listRows = (input: ConsistencyInput): readonly ListRow[] => [
  ...input.targets
    .filter(({ embedded, appendix }) => !embedded && appendix !== null)
    .map((target) => ({
      ...target,
      agencies: target.leads,
      value: [
        target.value,
        target.unit,
        ...[...target.phases, ...target.plannedValues].map(
          ({ toYear, value }) => `${String(toYear)}:${String(value)}`,
        ),
      ].join(' '),
    })),
  ...input.tasks
    .filter(({ kind }) => kind === 'table-row')
    .map((task) => ({ ...task, agencies: task.leads, value: '' })),
  ...input.projects.map((project) => ({ ...project, agencies: project.investors, value: '' })),
];

/** The list in which a row stands. */
export const listKey = ({ place, appendix }: ListRow): string =>
  `${place.documentId}:${place.kind}:${appendix ?? ''}`;
