import { mayAgree } from './assignment-findings.ts';
import { buildStatedFinding, statementAt } from './build-finding.ts';
import type { Finding, StatementRole } from './finding.ts';
import type { AgencyRecord, ConsistencyInput, DocumentRecord, ItemPlace } from './records.ts';
import { findLastDay, type DueRule } from '#core/calendar/due-rule.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { searchKey } from '#core/kernel/text.ts';
import { ABBREVIATIONS } from './measure-lexicon.ts';

interface Work {
  readonly place: ItemPlace;
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

/** Shorter names are shared by chance ("tuyên truyền", "đào tạo nhân lực"). */
const TELLING_WORDS = 5;

const listWork = (input: ConsistencyInput): readonly Work[] =>
  [...input.tasks, ...input.projects.map((project) => ({ ...project, leads: project.investors }))].flatMap(
    ({ place, name, due, leads }) => {
      const words = wordsOf(name);
      return words.split(' ').length < TELLING_WORDS ? [] : [{ place, name, words, due, leads }];
    },
  );

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
  (a.place.documentId === b.place.documentId ? a.place.kind !== b.place.kind : yearOf(a) === yearOf(b));

const disputed = (works: readonly Work[], clash: (a: Work, b: Work) => boolean): readonly Work[] =>
  works.filter((a) => works.some((b) => a !== b && clash(a, b)));

const leadsClash = (a: Work, b: Work): boolean =>
  a.leads.length > 0 && b.leads.length > 0 && !mayAgree(a.leads, b.leads);

const daysClash = (a: Work, b: Work): boolean => {
  const [one, other] = [dayOf(a), dayOf(b)];
  return (
    one !== undefined && other !== undefined && one !== other && a.place.documentId !== b.place.documentId
  );
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
