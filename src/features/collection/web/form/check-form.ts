import { BLANK, type DataItem, type DataValue } from '#core/scoring/data-value.ts';
import { listAnswerFindings, listBrokenFractionFindings } from '#core/submission/answer-findings.ts';
import type { SubmissionForm, SubmissionItem } from '#contract/submission.ts';
import { type AnswerProblem, answerKey, type OutboxEntry } from './outbox.ts';

export type FormFinding = SubmissionForm['findings'][number];
export type FormGroup = SubmissionForm['groups'][number];
export type FormIndicator = FormGroup['indicators'][number];

/** One figure of a form as it stands now: what was entered, or else what is saved, with what the checks find. */
export interface FormRow {
  readonly key: string;
  readonly source: SubmissionItem;
  readonly indicator: FormIndicator;
  readonly value: DataValue;
  readonly note: string;
  readonly explanation: string;
  /** Of a task: what hinders it, and what has been achieved. */
  readonly difficulties: string;
  readonly result: string;
  /** What is entered and not acknowledged. */
  readonly entry: OutboxEntry | undefined;
  readonly problem: AnswerProblem | null;
  readonly findings: readonly FormFinding[];
}

export interface CheckedForm {
  readonly rows: readonly FormRow[];
  readonly byKey: ReadonlyMap<string, FormRow>;
  readonly answered: number;
}

const savedValue = ({ answer }: SubmissionItem): DataValue => answer?.value ?? BLANK;

const valueOfEntry = (entry: OutboxEntry): DataValue =>
  entry.state === 'value'
    ? { state: 'value', value: entry.value ?? '', comparator: '=' }
    : { state: entry.state };

// What is no value yet counts as what is saved: the server knows nothing else.
const presentValue = (source: SubmissionItem, entry: OutboxEntry | undefined): DataValue =>
  entry && (entry.problem === null || entry.problem.code === 'edit.conflict')
    ? valueOfEntry(entry)
    : savedValue(source);

const listSources = ({
  groups,
}: SubmissionForm): readonly { readonly source: SubmissionItem; readonly indicator: FormIndicator }[] =>
  groups.flatMap(({ indicators }) =>
    indicators.flatMap((indicator) => indicator.items.map((source) => ({ source, indicator }))),
  );

const keyOf = ({ subject, item }: { readonly subject: string; readonly item: DataItem }): string =>
  answerKey({ subject, item: item.code });

type Sketch = Omit<FormRow, 'findings'>;

const sketchRow = (
  { source, indicator }: { readonly source: SubmissionItem; readonly indicator: FormIndicator },
  entries: ReadonlyMap<string, OutboxEntry>,
): Sketch => {
  const key = keyOf(source);
  const entry = entries.get(key);
  const task = entry ? entry.task : source.answer?.task;
  return {
    ...{ key, source, indicator, entry },
    value: presentValue(source, entry),
    note: (entry ? entry.note : source.answer?.note) ?? '',
    explanation: (entry ? entry.explanation : source.answer?.explanation) ?? '',
    ...{ difficulties: task?.difficulties ?? '', result: task?.result ?? '' },
    problem: entry?.problem ?? null,
  };
};

// Peers' figures are not sent to the browser: what the server found holds as long as the figure is the same.
const keptPeerFindings = (
  { entry, source }: Sketch,
  served: readonly FormFinding[],
): readonly FormFinding[] =>
  entry && JSON.stringify(valueOfEntry(entry)) !== JSON.stringify(savedValue(source))
    ? []
    : served.filter(
        ({ code, subject, item }) =>
          code === 'outlier-among-peers' && subject === source.subject && item === source.item.code,
      );

const listProvenIndicators = (sketches: readonly Sketch[]): ReadonlySet<string> =>
  new Set(
    sketches.flatMap(({ source, indicator }) =>
      source.evidence.length > 0 ? [`${source.subject}/${indicator.code}`] : [],
    ),
  );

const listFractionFindings = (
  { fractions }: SubmissionForm,
  sketches: readonly Sketch[],
): readonly FormFinding[] =>
  [...new Set(sketches.map(({ source }) => source.subject))].flatMap((subject) => {
    const own = sketches.filter(({ source }) => source.subject === subject);
    const values = new Map(own.map(({ source, value }) => [source.item.code, value]));
    return listBrokenFractionFindings(fractions, values).map((finding) => ({
      ...finding,
      subject,
      details: { ...finding.details },
    }));
  });

// What a register counts describes this very period: a change against it is no jump. The server knows the period before.
const earlierValue = ({ previous }: SubmissionItem): DataValue | undefined =>
  previous?.source === 'register' ? undefined : previous?.value;

const listSingleFindings = (
  form: SubmissionForm,
  sketch: Sketch,
  proven: ReadonlySet<string>,
): readonly FormFinding[] => {
  const { source, indicator, value } = sketch;
  const asks = form.round.requiresEvidence && indicator.evidence.vi !== '';
  const found = listAnswerFindings({
    ...{ item: source.item, value, previous: earlierValue(source), peers: undefined },
    lacksEvidence: asks && !proven.has(`${source.subject}/${indicator.code}`),
  });
  return [
    ...found.map((finding) => ({ ...finding, subject: source.subject, details: { ...finding.details } })),
    ...keptPeerFindings(sketch, form.findings),
  ];
};

/** Checks a form as it stands in the browser, by the very rules that the server checks it with. */
export const checkForm = (form: SubmissionForm, entries: ReadonlyMap<string, OutboxEntry>): CheckedForm => {
  const sketches = listSources(form).map((source) => sketchRow(source, entries));
  const proven = listProvenIndicators(sketches);
  const broken = listFractionFindings(form, sketches);
  const rows = sketches.map((sketch): FormRow => ({
    ...sketch,
    findings: [
      ...broken.filter((finding) => answerKey(finding) === sketch.key),
      ...listSingleFindings(form, sketch, proven),
    ],
  }));
  return {
    rows,
    byKey: new Map(rows.map((row) => [row.key, row])),
    answered: rows.filter(({ value }) => value.state !== 'blank').length,
  };
};

/** Why a row keeps a form from being sent: it is not saved, a hard finding, a soft one without an explanation. */
export type Hindrance =
  | { readonly kind: 'problem'; readonly row: FormRow; readonly problem: AnswerProblem }
  | { readonly kind: 'hard' | 'unreasoned'; readonly row: FormRow; readonly finding: FormFinding };

/** Everything that keeps a form from being sent, in the order of the form. */
export const listHindrances = ({ rows }: CheckedForm): readonly Hindrance[] =>
  rows.flatMap((row): Hindrance[] => {
    const isExplained = row.explanation.trim() !== '';
    return [
      ...(row.problem ? [{ kind: 'problem' as const, row, problem: row.problem }] : []),
      ...row.findings.flatMap((finding): Hindrance[] => {
        if (finding.severity === 'hard') return [{ kind: 'hard', row, finding }];
        return isExplained ? [] : [{ kind: 'unreasoned', row, finding }];
      }),
    ];
  });
