import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { DataItem, DataValue } from '#core/scoring/data-value.ts';
import type { WorkbookChange, WorkbookImport } from '#features/collection/workbook-contract.ts';
import { submissionQuery } from '#features/collection/web/submission-queries.ts';
import { useFormat, useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { describeValue } from '#web/widgets/index-score/value-words.ts';
import { listWorkbookProblems } from './list-problems.ts';
import { workbookMessages } from './messages.ts';
import styles from './workbook.module.css';

const useItems = (submissionId: string): ReadonlyMap<string, DataItem> => {
  const { data } = useQuery({ ...submissionQuery(submissionId), enabled: false });
  const entries = data?.groups.flatMap(({ indicators }) => indicators.flatMap(({ items }) => items)) ?? [];
  return new Map(entries.map(({ item }) => [item.code, item]));
};

const useItemName = (submissionId: string): ((code: string) => string) => {
  const items = useItems(submissionId);
  const pick = usePickText();
  return (code) => {
    const item = items.get(code);
    return item ? `${code} ${pick(item.name)}` : code;
  };
};

/** Every cell that must be corrected, and how; any other refusal in its own words. */
export const WorkbookProblems = ({
  submissionId,
  error,
  fileName,
}: {
  readonly submissionId: string;
  readonly error: unknown;
  readonly fileName: string;
}) => {
  const words = useMessages(workbookMessages);
  const format = useFormat();
  const nameOf = useItemName(submissionId);
  const problems = listWorkbookProblems(error);
  return (
    <>
      <ErrorState error={error} where={words.refused(fileName)} />
      {problems.length > 0 && (
        <FigureTable
          caption={words.problems(format.number(problems.length))}
          captionVisible
          rows={problems.map((problem, place) => ({ ...problem, key: String(place) }))}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'cell',
              title: words.columns.cell,
              width: '8rem',
              cell: ({ sheet, cell }) => words.place(sheet, cell),
            },
            {
              key: 'figure',
              title: words.columns.figure,
              cell: ({ item, details }) => (item === null ? (details.found ?? '') : nameOf(item)),
            },
            {
              key: 'what',
              title: words.columns.what,
              cell: ({ code, details: { found = '' } }) =>
                found === '' ? words.faults[code].what : words.found(words.faults[code].what, found),
            },
            { key: 'mend', title: words.columns.mend, cell: ({ code }) => words.faults[code].mend },
          ]}
        />
      )}
    </>
  );
};

const valueOf = ({ state, value }: WorkbookChange): DataValue =>
  state === 'value' ? { state, value: value ?? '', comparator: '=' } : { state };

const useValueWords = (submissionId: string): ((change: WorkbookChange) => string) => {
  const words = useMessages(workbookMessages);
  const { locale } = useLocale();
  const items = useItems(submissionId);
  return (change) => {
    const item = items.get(change.item);
    const shown = item ? describeValue(item, valueOf(change), locale) : (change.value ?? '');
    return change.text === null ? shown : words.understood(shown, change.text);
  };
};

/** What a form would change, to be taken over or left. */
export const WorkbookPreview = ({
  submissionId,
  fileName,
  outcome,
  isPending,
  onTake,
  onLeave,
}: {
  readonly submissionId: string;
  readonly fileName: string;
  readonly outcome: WorkbookImport;
  readonly isPending: boolean;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}) => {
  const words = useMessages(workbookMessages);
  const format = useFormat();
  const nameOf = useItemName(submissionId);
  const wordsOf = useValueWords(submissionId);
  const { changes, unchanged, answers } = outcome;
  if (changes.length === 0) return <p className={styles.done}>{words.nothing(fileName)}</p>;
  const { hard } = answers.completeness;
  return (
    <>
      <p>
        {words.preview(fileName, format.number(changes.length), format.number(unchanged))}
        {hard > 0 && ` ${words.hard(format.number(hard))}`}
      </p>
      <div className={styles.buttons}>
        <Button loading={isPending} onClick={onTake}>
          {words.take}
        </Button>
        <Button variant="default" disabled={isPending} onClick={onLeave}>
          {words.leave}
        </Button>
      </div>
      <FigureTable
        caption={words.changes}
        captionVisible
        rows={changes}
        rowKey={({ subject, item }) => `${subject}/${item}`}
        columns={[
          { key: 'figure', title: words.columns.figure, cell: ({ item }) => nameOf(item) },
          { key: 'value', title: words.columns.value, width: '16rem', cell: wordsOf },
          { key: 'cell', title: words.columns.cell, width: '6rem', cell: ({ cell }) => cell },
        ]}
      />
    </>
  );
};
