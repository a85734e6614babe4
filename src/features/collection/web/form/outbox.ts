import type { AnswerInput, SavedAnswers } from '#contract/submission.ts';

/** Why a figure is not saved: refused in the browser or by the server. */
export interface AnswerProblem {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What a person has entered for one figure and the server has not acknowledged. */
export interface OutboxEntry {
  /** Names this very entry: another letter typed makes another one. */
  readonly id: string;
  readonly subject: string;
  readonly item: string;
  readonly state: AnswerInput['state'];
  readonly value: string | null;
  /** The text of the cell as it was typed. */
  readonly typed: string;
  readonly note: string | null;
  readonly explanation: string | null;
  /** Of a task: what hinders it, and what has been achieved. */
  readonly task?: AnswerInput['task'];
  /** The version of the answer that the person saw; 0 for none. */
  readonly version: number;
  /** It is kept but not sent while there is one. */
  readonly problem: AnswerProblem | null;
}

/** Entries that are sent together, under one id however often they are sent. */
export interface Batch {
  readonly writeId: string;
  readonly entries: readonly OutboxEntry[];
}

/** What was entered into a form and not acknowledged yet. */
export interface Outbox {
  /** The latest entry of each figure. */
  readonly entries: ReadonlyMap<string, OutboxEntry>;
  /** Sent, but not answered: the first is on its way or to be sent again. */
  readonly batches: readonly Batch[];
  /** How often in a row sending brought no answer. */
  readonly failures: number;
  /** Why nothing can be sent until somebody does something about it. */
  readonly halted: string | null;
}

/** Names the figure of a subject and an item within one form. */
export const answerKey = ({ subject, item }: { readonly subject: string; readonly item: string }): string =>
  `${subject}/${item}`;

export const EMPTY_OUTBOX: Outbox = { entries: new Map(), batches: [], failures: 0, halted: null };

/** An outbox with what was kept of an earlier visit. */
export const openOutbox = (entries: readonly OutboxEntry[], batches: readonly Batch[]): Outbox => ({
  ...EMPTY_OUTBOX,
  ...{ entries: new Map(entries.map((entry) => [answerKey(entry), entry])), batches },
});

const withEntries = (
  outbox: Outbox,
  changes: readonly (readonly [string, OutboxEntry | undefined])[],
): Outbox => {
  const entries = new Map(outbox.entries);
  for (const [key, entry] of changes) {
    if (entry) entries.set(key, entry);
    else entries.delete(key);
  }
  return { ...outbox, entries };
};

/** Takes an entry up in place of what was entered for its figure before. */
export const enterAnswer = (outbox: Outbox, entry: OutboxEntry): Outbox =>
  withEntries(outbox, [[answerKey(entry), entry]]);

/** Forgets what was entered for a figure. */
export const dropEntry = (outbox: Outbox, key: string): Outbox => withEntries(outbox, [[key, undefined]]);

// What the route takes at once.
const MOST_ANSWERS = 500;

/**
 * What to send next: the batch that was not answered yet, as it was, before any new one. Undefined when there is nothing
 * that could be sent.
 */
export const nextBatch = (
  outbox: Outbox,
  newId: () => string,
): { readonly outbox: Outbox; readonly batch: Batch } | undefined => {
  if (outbox.halted !== null) return undefined;
  const [unanswered] = outbox.batches;
  if (unanswered) return { outbox, batch: unanswered };
  const entries = [...outbox.entries.values()].filter(({ problem }) => problem === null);
  if (entries.length === 0) return undefined;
  const batch = { writeId: newId(), entries: entries.slice(0, MOST_ANSWERS) };
  return { outbox: { ...outbox, batches: [batch] }, batch };
};

/** What is sent for an entry. */
export const inputOf = (entry: OutboxEntry): AnswerInput => {
  const { subject, item, state, value, note, explanation, task, version } = entry;
  return { subject, item, state, value, note, explanation, version, ...(task && { task }) };
};

const withoutBatch = (outbox: Outbox, writeId: string): Outbox => ({
  ...outbox,
  batches: outbox.batches.filter((batch) => batch.writeId !== writeId),
});

/** Applies the server's answer to a batch: what it saved leaves, what it refused stays with its reason. */
export const settleBatch = (
  outbox: Outbox,
  { writeId, entries: sent }: Batch,
  answer: Pick<SavedAnswers, 'saved' | 'refused'>,
): Outbox => {
  const versions = new Map(answer.saved.map((saved) => [answerKey(saved), saved.version]));
  const refusals = new Map(answer.refused.map((refused) => [answerKey(refused), refused]));
  const changes = sent.flatMap((entry): (readonly [string, OutboxEntry | undefined])[] => {
    const key = answerKey(entry);
    const present = outbox.entries.get(key);
    if (!present) return [];
    const version = versions.get(key);
    if (version !== undefined) {
      // What was typed while the answer was on its way stands on what has been saved.
      return [[key, present.id === entry.id ? undefined : { ...present, version }]];
    }
    const refused = refusals.get(key);
    if (!refused || (present.id !== entry.id && refused.code !== 'edit.conflict')) return [];
    return [[key, { ...present, problem: { code: refused.code, details: refused.details } }]];
  });
  return { ...withEntries(withoutBatch(outbox, writeId), changes), failures: 0 };
};

/** Sending brought no answer: the batch stays as it is, to be sent again under the same id. */
export const failBatch = (outbox: Outbox): Outbox => ({ ...outbox, failures: outbox.failures + 1 });

// Who has no session is told so before anything is looked at; the batch can go as it is once there is one.
const KEEPS_BATCH = 'session.required';

/** The server takes nothing now. Entries stay. */
export const haltOutbox = (outbox: Outbox, code: string): Outbox => ({
  ...outbox,
  ...{ halted: code, failures: 0, batches: code === KEEPS_BATCH ? outbox.batches : [] },
});

/** Whatever hindered sending may be over: try again, at once. */
export const resumeOutbox = (outbox: Outbox): Outbox => ({ ...outbox, halted: null, failures: 0 });

/** A batch that the server can't read: its entries stay with the reason. */
export const rejectBatch = (outbox: Outbox, batch: Batch, problem: AnswerProblem): Outbox =>
  withEntries(
    { ...withoutBatch(outbox, batch.writeId), failures: 0 },
    batch.entries.flatMap((entry) => {
      const present = outbox.entries.get(answerKey(entry));
      return present?.id === entry.id ? [[answerKey(entry), { ...present, problem }] as const] : [];
    }),
  );

/** What the server has of a figure. */
export interface ServedAnswer {
  readonly subject: string;
  readonly item: string;
  readonly state: AnswerInput['state'];
  readonly value: string | null;
  readonly note: string | null;
  readonly explanation: string | null;
  readonly task?: AnswerInput['task'];
  readonly version: number;
}

const tidy = (text: string | null): string => (text ?? '').trim();

const saysTheSame = (one: ServedAnswer, other: OutboxEntry): boolean =>
  one.state === other.state &&
  (one.value ?? '') === (other.value ?? '') &&
  tidy(one.note) === tidy(other.note) &&
  tidy(one.explanation) === tidy(other.explanation) &&
  tidy(one.task?.difficulties ?? null) === tidy(other.task?.difficulties ?? null) &&
  tidy(one.task?.result ?? null) === tidy(other.task?.result ?? null);

/**
 * Meets what the server has with what was entered: what says the same is done; an entry that stands on another version is
 * a conflict, which a person decides. What is on its way is left alone: its answer will tell.
 */
export const meetServer = (outbox: Outbox, served: readonly ServedAnswer[]): Outbox => {
  const onTheirWay = new Set(outbox.batches.flatMap(({ entries }) => entries.map(answerKey)));
  const answers = new Map(served.map((answer) => [answerKey(answer), answer]));
  const changes = [...outbox.entries].flatMap(
    ([key, entry]): (readonly [string, OutboxEntry | undefined])[] => {
      const answer = answers.get(key);
      // An answer that was read before the last save says nothing new.
      if (onTheirWay.has(key) || !answer || answer.version <= entry.version) return [];
      if (saysTheSame(answer, entry)) return [[key, undefined]];
      // Only what can be sent conflicts; what is no value yet goes on standing on what is there now.
      if (entry.problem !== null && entry.problem.code !== 'edit.conflict') {
        return [[key, { ...entry, version: answer.version }]];
      }
      const problem = { code: 'edit.conflict', details: { version: answer.version } };
      return [[key, { ...entry, problem }]];
    },
  );
  return changes.length === 0 ? outbox : withEntries(outbox, changes);
};

/** Decides a conflict for what was entered here: it goes over the version that the server has. */
export const keepMine = (outbox: Outbox, key: string, version: number, id: string): Outbox => {
  const entry = outbox.entries.get(key);
  return entry ? enterAnswer(outbox, { ...entry, id, version, problem: null }) : outbox;
};

const FIRST_DELAY = 1000;
const LONGEST_DELAY = 30_000;

/** How long to wait before sending again, in milliseconds: longer each time, never longer than half a minute. */
export const retryDelay = (failures: number): number =>
  failures <= 0 ? 0 : Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(failures - 1, 10));

/** Entries that wait to be sent, and those that somebody must mend first. */
export const countEntries = ({ entries }: Outbox): { readonly waiting: number; readonly stuck: number } => {
  const stuck = [...entries.values()].filter(({ problem }) => problem !== null).length;
  return { waiting: entries.size - stuck, stuck };
};
