import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import { type PastedSteps, readPastedSteps } from '#core/work-plan/read-pasted-steps.ts';
import { readStepDraft, STEP_FIELDS, type StepDraft, type StepField } from '#core/work-plan/step-draft.ts';
import type { WorkPlan } from '#features/work-plan/contract.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { useAddSteps } from './queries.ts';
import { useWorkPlanWording } from './use-work-plan-wording.ts';
import styles from './work-plan.module.css';

interface DraftRow {
  readonly place: number;
  readonly draft: StepDraft;
}

const WIDTHS: Readonly<Record<StepField, string>> = {
  ...{ name: '26%', firstDay: '11%', lastDay: '11%', who: '17%', result: '17%', handedTo: '12%' },
};

interface DraftTableProps {
  readonly rows: readonly DraftRow[];
  readonly plan: WorkPlan;
  readonly isTried: boolean;
  readonly onChange: (rows: readonly DraftRow[]) => void;
}

const DraftTable = ({ rows, plan, isTried, onChange }: DraftTableProps) => {
  const { words, format } = useWorkPlanWording();
  const fields = STEP_FIELDS.filter((field) => field !== 'handedTo' || plan.partners.length > 0);
  const cell = (field: StepField) =>
    function Cell({ place, draft }: DraftRow) {
      const read = readStepDraft(draft, plan);
      const problem = 'problems' in read ? read.problems[field] : undefined;
      return (
        <TextInput
          size="xs"
          aria-label={words.paste.row(format.number(place), words.fields[field])}
          value={draft[field]}
          // What is missing is said once somebody tries; what is wrong, at once.
          error={
            problem === undefined || (problem === 'missing' && !isTried)
              ? undefined
              : words.fieldProblems[problem]
          }
          onChange={({ currentTarget: { value } }) => {
            onChange(
              rows.map((row) =>
                row.place === place ? { place, draft: { ...row.draft, [field]: value } } : row,
              ),
            );
          }}
        />
      );
    };
  return (
    <FigureTable
      caption={words.paste.caption}
      rows={rows}
      rowKey={({ place }) => String(place)}
      columns={[
        ...fields.map((field) => ({
          ...{ key: field, title: words.fields[field], width: WIDTHS[field], cell: cell(field) },
        })),
        {
          ...{ key: 'leave-out', title: words.columns.act, width: '6%' },
          cell: ({ place }) => (
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={words.paste.leaveOutOf(format.number(place))}
              onClick={() => {
                onChange(rows.filter((row) => row.place !== place));
              }}
            >
              {words.paste.leaveOut}
            </Button>
          ),
        },
      ]}
    />
  );
};

/** Says what became of the pasted text; nothing where nothing was pasted yet. */
const PasteOutcome = ({ pasted, rows }: { readonly pasted: PastedSteps; readonly rows: number }) => {
  const { words, format } = useWorkPlanWording();
  if (pasted.kind === 'nothing') return <p role="alert">{words.paste.nothing}</p>;
  if (pasted.kind === 'too-many') {
    return <p role="alert">{words.paste.tooMany(format.number(pasted.rows), format.number(pasted.most))}</p>;
  }
  return (
    <p role="status">
      {words.paste.read(format.number(rows))} {pasted.hasHeader && words.paste.header}
    </p>
  );
};

/** Adds rows copied from a spreadsheet or a document, after they were looked through; all or none. */
export const PasteSteps = ({ plan }: { readonly plan: WorkPlan }) => {
  const { words, format } = useWorkPlanWording();
  const [text, setText] = useState('');
  const [rows, setRows] = useState<readonly DraftRow[]>([]);
  const [isTried, setIsTried] = useState(false);
  const [writeId, setWriteId] = useState(() => newId());
  const saving = useAddSteps({ id: plan.task.id, organization: plan.organization.code });
  const pasted = text === '' ? undefined : readPastedSteps(text);
  const contents = rows.flatMap(({ draft }) => {
    const read = readStepDraft(draft, plan);
    return 'content' in read ? [read.content] : [];
  });
  const wrong = rows.length - contents.length;
  const change = (changed: readonly DraftRow[]): void => {
    setRows(changed);
    setWriteId(newId());
  };
  const take = (value: string): void => {
    const read = readPastedSteps(value);
    setText(value);
    setIsTried(false);
    saving.reset();
    change(read.kind === 'steps' ? read.drafts.map((draft, place) => ({ place: place + 1, draft })) : []);
  };
  const submit = (): void => {
    setIsTried(true);
    if (wrong > 0 || contents.length === 0) return;
    saving.mutate(
      { steps: contents, writeId },
      {
        onSuccess: () => {
          setText('');
          change([]);
        },
      },
    );
  };
  return (
    <details>
      <summary>{words.paste.title}</summary>
      <div className={styles.adding}>
        {saving.isError && <ErrorState error={saving.error} where={words.paste.title} />}
        {saving.isSuccess && <p role="status">{words.add.added}</p>}
        <Textarea
          label={words.paste.label}
          description={words.paste.help}
          rows={4}
          value={text}
          onChange={(event) => {
            take(event.currentTarget.value);
          }}
        />
        {pasted && <PasteOutcome pasted={pasted} rows={rows.length} />}
        {rows.length > 0 && (
          <>
            <DraftTable rows={rows} plan={plan} isTried={isTried} onChange={change} />
            {isTried && wrong > 0 && <p role="alert">{words.paste.wrong(format.number(wrong))}</p>}
            <div className={styles.buttons}>
              <Button onClick={submit} loading={saving.isPending}>
                {words.paste.submit(format.number(rows.length))}
              </Button>
            </div>
          </>
        )}
      </div>
    </details>
  );
};
