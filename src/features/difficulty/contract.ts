import { z } from 'zod';
import {
  DIFFICULTY_HOLDERS,
  DIFFICULTY_KINDS,
  DIFFICULTY_MOVES,
  DIFFICULTY_STATES,
} from '#core/difficulty/difficulty.ts';
import { OrganizationName } from '#contract/reporting-round.ts';
import { route } from '#contract/route.ts';
import { LocalizedText } from '#contract/scoring.ts';
import { DecimalText, Instant, PlainDateText } from '#contract/schemas.ts';

const Count = z.number().int();

const DifficultyKind = z.enum(DIFFICULTY_KINDS).meta({ id: 'DifficultyKind' });
const DifficultyState = z.enum(DIFFICULTY_STATES).meta({ id: 'DifficultyState' });

/** What a difficulty hinders. */
const DifficultyAbout = z
  .object({
    kind: z.enum(['task', 'target', 'submission']),
    id: z.uuid(),
    /** The name of the task or target, or the title of the reporting round. */
    name: z.string(),
    /** Another document has ended the task or target; the difficulty stays. */
    isEnded: z.boolean(),
    /** Of a report, what it asks for and is hindered; null for the whole. */
    item: z.object({ code: z.string(), name: LocalizedText }).nullable(),
  })
  .meta({ id: 'DifficultyAbout' });

const Difficulty = z
  .object({
    id: z.uuid(),
    /** Who raised it. */
    organization: OrganizationName,
    kind: DifficultyKind,
    words: z.string(),
    about: DifficultyAbout,
    state: DifficultyState,
    /** Who must answer it, or has answered it last. */
    holder: z.enum(DIFFICULTY_HOLDERS),
    /** The organization to which it was passed; null where it is with the coordinator or the province. */
    holderOrganization: OrganizationName.nullable(),
    dueDay: PlainDateText,
    /** It waits for an answer, and its day has passed. */
    isOverdue: z.boolean(),
    raisedAt: Instant,
    /** When it was first answered; null while it is not. */
    answeredAt: Instant.nullable(),
  })
  .meta({ id: 'Difficulty' });
export type Difficulty = z.infer<typeof Difficulty>;

const filterMembers = {
  state: DifficultyState.optional(),
  kind: DifficultyKind.optional(),
  /** Code of the organization that raised it. */
  agency: z.string().max(40).optional(),
  /** A task, a target or a submission. */
  about: z.uuid().optional(),
  text: z.string().max(200).optional(),
  /** Id of a member of the steering committee: what belongs to the area. */
  responsible: z.uuid().optional(),
};

const DifficultyFilter = z
  .object({
    ...filterMembers,
    /** Those alone that wait for an answer; those of them whose day has passed; those that the person must answer. */
    waits: z.enum(['answer', 'overdue', 'mine']).optional(),
  })
  .meta({ id: 'DifficultyFilter' });
export type DifficultyFilter = z.infer<typeof DifficultyFilter>;

const PageNumber = z.string().regex(/^\d{1,6}$/);

export const listDifficulties = route({
  method: 'GET',
  path: '/difficulties',
  operationId: 'listDifficulties',
  summary: 'Difficulties within reach, those that wait longest for an answer first, page by page',
  access: 'difficulty.read',
  query: DifficultyFilter.extend({ offset: PageNumber.optional(), limit: PageNumber.optional() }),
  response: z
    .object({ today: PlainDateText, items: z.array(Difficulty), total: Count })
    .meta({ id: 'DifficultyList' }),
  since: '0.1.0',
});

const countMembers = {
  total: Count,
  waiting: Count,
  overdue: Count,
  settled: Count,
  answered: Count,
  /** Days to the first answer, of half of those answered at most; null where none is answered. */
  medianDays: DecimalText.nullable(),
};

export const getDifficultyStatistics = route({
  method: 'GET',
  path: '/difficulty-statistics',
  operationId: 'getDifficultyStatistics',
  summary: 'How many difficulties there are by kind and by organization, and how long answers took',
  access: 'difficulty.read',
  query: z.object(filterMembers),
  response: z
    .object({
      ...countMembers,
      kinds: z.array(z.object({ kind: DifficultyKind, ...countMembers })),
      agencies: z.array(z.object({ organization: OrganizationName, ...countMembers })),
      /** What the person may do: raise one for these organizations. */
      mayRaiseFor: z.array(OrganizationName),
    })
    .meta({ id: 'DifficultyStatistics' }),
  since: '0.1.0',
});
export type DifficultyStatistics = z.infer<(typeof getDifficultyStatistics)['response']>;

const DifficultyEvent = z
  .object({
    id: z.uuid(),
    move: z.enum(DIFFICULTY_MOVES),
    words: z.string().nullable(),
    /** The document by which it was answered or decided, as written. */
    document: z.string().nullable(),
    /** To whom it was passed. */
    organization: OrganizationName.nullable(),
    dueDay: PlainDateText.nullable(),
    evidence: z.array(z.object({ id: z.uuid(), title: z.string(), isFile: z.boolean() })),
    at: Instant,
    by: z.string().nullable(),
  })
  .meta({ id: 'DifficultyEvent' });
export type DifficultyEvent = z.infer<typeof DifficultyEvent>;

export const DifficultyView = Difficulty.extend({
  suggestion: z.string().nullable(),
  today: PlainDateText,
  /** Counts what was said of it: a write names the version that it saw. */
  version: Count,
  /** What the person may say or decide of it now. */
  moves: z.array(z.enum(DIFFICULTY_MOVES)),
  /** What was said and decided, the latest first. */
  history: z.array(DifficultyEvent),
}).meta({ id: 'DifficultyView' });
export type DifficultyView = z.infer<typeof DifficultyView>;

export const getDifficulty = route({
  method: 'GET',
  path: '/difficulties/:id',
  operationId: 'getDifficulty',
  summary: 'A difficulty: what it is, with whom it is, and what was said and decided of it',
  access: 'difficulty.read',
  params: z.object({ id: z.uuid() }),
  response: DifficultyView,
  refusals: ['record.not-found'],
  since: '0.1.0',
});
