import { isAfter, type PlainDate } from '#core/kernel/plain-date.ts';
import { findDayOfText } from '#core/kernel/sheet-day.ts';
import { nameKey, saysSomething, tidy } from '#core/kernel/text.ts';
import type { StepContent } from './decide-step.ts';
import { LONGEST_ASSIGNEE, LONGEST_NAME, LONGEST_RESULT } from './work-step.ts';

/** The fields of a step, in the order in which people write them. */
export const STEP_FIELDS = ['name', 'firstDay', 'lastDay', 'who', 'result', 'handedTo'] as const;
export type StepField = (typeof STEP_FIELDS)[number];

/** A step as somebody types or pastes it: texts, not checked yet. */
export type StepDraft = Readonly<Record<StepField, string>>;

export const EMPTY_DRAFT: StepDraft = {
  ...{ name: '', firstDay: '', lastDay: '', who: '', result: '', handedTo: '' },
};

/** What can be wrong with a field of a draft. */
export const STEP_PROBLEMS = [
  'missing',
  'too-long',
  'no-day',
  'days-reversed',
  'unknown-organization',
] as const;
export type StepProblem = (typeof STEP_PROBLEMS)[number];

/** By what names in a draft are understood. */
export interface StepNames {
  /** Accounts of the organization. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Other organizations that answer for the task. */
  readonly partners: readonly { readonly code: string; readonly name: string }[];
}

/** What a draft says, or what is wrong with it, by field. */
export type ReadDraft =
  | { readonly content: StepContent }
  | { readonly problems: Readonly<Partial<Record<StepField, StepProblem>>> };

const LONGEST = { name: LONGEST_NAME, who: LONGEST_ASSIGNEE, result: LONGEST_RESULT } as const;

const findLengthProblem = (draft: StepDraft, field: keyof typeof LONGEST): StepProblem | undefined => {
  if (field === 'name' && !saysSomething(draft.name)) return 'missing';
  return tidy(draft[field]).length > LONGEST[field] ? 'too-long' : undefined;
};

const isBlank = (text: string): boolean => tidy(text) === '';

const findDayProblems = (
  { firstDay, lastDay }: StepDraft,
  first: PlainDate | undefined,
  last: PlainDate | undefined,
): Partial<Record<StepField, StepProblem>> => ({
  ...(!isBlank(firstDay) && !first && { firstDay: 'no-day' as const }),
  ...(!last && { lastDay: isBlank(lastDay) ? ('missing' as const) : ('no-day' as const) }),
  ...(first && last && isAfter(first, last) && { firstDay: 'days-reversed' as const }),
});

// Two people of one name are not told apart by it: then the name stays as typed.
const findAssignee = (
  who: string,
  { people }: StepNames,
): Pick<StepContent, 'assigneeId' | 'assigneeWords'> => {
  const [person, ...others] = people.filter(({ name }) => nameKey(name) === nameKey(who));
  if (person && others.length === 0) return { assigneeId: person.id, assigneeWords: null };
  return { assigneeId: null, assigneeWords: isBlank(who) ? null : tidy(who) };
};

/** Reads a draft; people and organizations are known by their names, organizations also by their codes. */
export const readStepDraft = (draft: StepDraft, names: StepNames): ReadDraft => {
  const first = findDayOfText(draft.firstDay);
  const last = findDayOfText(draft.lastDay);
  const partner = names.partners.find(
    ({ code, name }) => code === tidy(draft.handedTo) || nameKey(name) === nameKey(draft.handedTo),
  );
  const problems: Partial<Record<StepField, StepProblem>> = {
    ...findDayProblems(draft, first, last),
    ...(!isBlank(draft.handedTo) && !partner && { handedTo: 'unknown-organization' as const }),
  };
  for (const field of ['name', 'who', 'result'] as const) {
    const problem = findLengthProblem(draft, field);
    if (problem) problems[field] = problem;
  }
  if (!last || Object.keys(problems).length > 0) return { problems };
  const result = draft.result.trim();
  return {
    content: {
      ...{ name: tidy(draft.name), firstDay: first ?? null, lastDay: last, handedTo: partner?.code ?? null },
      ...{ ...findAssignee(draft.who, names), result: result === '' ? null : result },
    },
  };
};
