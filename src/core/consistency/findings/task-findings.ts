import { mayAgree } from './assignment-findings.ts';
import { buildStatedFinding, statementAt } from '#core/consistency/build-finding.ts';
import type { Finding, StatementRole } from '#core/consistency/finding.ts';
import type {
  AgencyRecord,
  ConsistencyInput,
  DocumentRecord,
  ItemPlace,
} from '#core/consistency/records/records.ts';
import { findLastDay, type DueRule } from '#core/calendar/due-rule.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { searchKey } from '#core/kernel/text.ts';
import { compareNames } from '#core/plan/name-similarity.ts';
import { ABBREVIATIONS } from '#core/consistency/measures/measure-lexicon.ts';

interface Work {
  readonly place: ItemPlace;
  /** The part of its document that gives it: the text, the list of tasks, the list of projects. */
  readonly part: string;
  readonly name: string;
  readonly words: string;
  readonly due: DueRule | null;
  readonly leads: readonly AgencyRecord[];
}

const DOING =
  /^(?:(?:chu tri|phoi hop|tham muu|to chuc|trien khai|thuc hien|tiep tuc|xay dung|ban hanh|thue|hoan thanh|day manh|nang cao|tang cuong|cac|viec|va|uy ban nhan dan tinh|ubnd tinh)(?= ) ?)+/u;

const PLACE = / (?:tren dia ban|cua tinh|tinh|tai tinh).*$/u;

// What is done, without the verbs in which offices differ and the province that all speak of.
const wordsOf = (name: string): string =>
  searchKey(name.replace(/\([^()]*\)?/gu, ' '))
    .replace(/[^a-z0-9%]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => ABBREVIATIONS[word] ?? word)
    .join(' ')
    .replace(DOING, '')
    .replace(PLACE, '')
    .trim();

/** Looser than for one task: only work without any like it is told to be missing. */
const ALIKE_FROM = 0.6;

/** Shorter names are shared by chance ("tuyên truyền", "đào tạo nhân lực"). */
const TELLING_WORDS = 5;

const listWork = (input: ConsistencyInput): readonly Work[] =>
  [
    ...input.tasks.map((task) => ({ ...task, part: task.kind === 'table-row' ? 'list' : 'text' })),
    ...input.projects.map((project) => ({ ...project, leads: project.investors, part: 'projects' })),
  ].flatMap(({ place, part, name, due, leads }) => {
    const words = wordsOf(name);
    return words.split(' ').length < TELLING_WORDS ? [] : [{ place, part, name, words, due, leads }];
  });

const dayOf = ({ due }: Work): string | undefined => (due === null ? undefined : findLastDay(due));

const build = (
  kind: 'lead-conflict' | 'deadline-conflict',
  role: StatementRole,
  works: readonly Work[],
): Finding =>
  buildStatedFinding({
    kind,
    severity: kind === 'lead-conflict' ? 'medium' : 'low',
    subject: works.map(({ name }) => name).reduce((best, name) => (name.length < best.length ? name : best)),
    statements: works.map((work) => ({
      ...statementAt(role, work.place, work.name),
      agencies: role === 'lead' ? work.leads.map(({ name }) => name) : [],
      dueOn: role === 'due' ? ((work.due && findLastDay(work.due)) ?? null) : null,
      words: role === 'due' ? (work.due?.raw ?? null) : null,
    })),
  });

/** For which year and whom a plan speaks. */
type Years = (work: Work) => string | undefined;

// A plan of another year gives the same work out again; within one plan one list may give it to many.
const areComparable = (a: Work, b: Work, yearOf: Years): boolean =>
  a.place.id !== b.place.id &&
  (a.place.documentId === b.place.documentId ? a.part !== b.part : yearOf(a) === yearOf(b));

/** A list of tasks that carries out the text has most of its tasks; another list is no such annex. */
const LISTED_FROM = 0.75;
const FEWEST_TASKS = 4;

const isListed = (work: Work, list: readonly Work[]): boolean =>
  list.some(({ words }) => words === work.words || compareNames(words, work.words).similarity >= ALIKE_FROM);

/** Work that the text gives and the list of tasks of the same plan leaves out, where the list has nearly all of it. */
export const findWorkMissingFromList = (input: ConsistencyInput): readonly Finding[] => {
  const prose = new Set(
    input.tasks.filter(({ kind }) => kind === 'prose-block').map(({ place }) => place.id),
  );
  return [...groupBy(listWork(input), ({ place }) => place.documentId).values()].flatMap((works) => {
    const text = works.filter(({ place }) => prose.has(place.id));
    const list = works.filter(({ part }) => part !== 'text');
    const missing = text.filter((work) => !isListed(work, list));
    const isAnnex = text.length >= FEWEST_TASKS && text.length - missing.length >= LISTED_FROM * text.length;
    return missing.length === 0 || !isAnnex
      ? []
      : [
          buildStatedFinding({
            ...{ kind: 'text-vs-annex', severity: 'medium' },
            subject: missing[0]?.name ?? '',
            statements: missing.map(({ place, name }) => statementAt('item', place, name)),
          }),
        ];
  });
};

const disputed = (works: readonly Work[], clash: (a: Work, b: Work) => boolean): readonly Work[] =>
  works.filter((a) => works.some((b) => a !== b && clash(a, b)));

const leadsClash = (a: Work, b: Work): boolean =>
  a.leads.length > 0 && b.leads.length > 0 && !mayAgree(a.leads, b.leads);

// A project runs longer than the task that it serves; text and list of one plan give one day.
const daysClash = (a: Work, b: Work): boolean => {
  const [one, other] = [dayOf(a), dayOf(b)];
  const isOneDocument = a.place.documentId === b.place.documentId;
  const mayDiffer = isOneDocument && a.place.kind !== b.place.kind;
  return one !== undefined && other !== undefined && one !== other && !mayDiffer;
};

/** One piece of work that plans of one year, or the parts of one plan, give to different leads or set different days for. */
export const findTaskConflicts = (input: ConsistencyInput): readonly Finding[] => {
  const documents = new Map<string, DocumentRecord>(
    input.documents.map((document) => [document.id, document]),
  );
  const yearOf: Years = ({ place }) => {
    const document = documents.get(place.documentId);
    return document && `${String(document.year)} ${document.scope}`;
  };
  return [...groupBy(listWork(input), ({ words }) => words).values()].flatMap((works) => {
    const leads = disputed(works, (a, b) => areComparable(a, b, yearOf) && leadsClash(a, b));
    const days = disputed(works, (a, b) => areComparable(a, b, yearOf) && daysClash(a, b));
    return [
      ...(leads.length > 1 ? [build('lead-conflict', 'lead', leads)] : []),
      ...(days.length > 1 ? [build('deadline-conflict', 'due', days)] : []),
    ];
  });
};
