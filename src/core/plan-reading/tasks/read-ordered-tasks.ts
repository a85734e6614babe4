import type { Block } from '#core/plan-reading/text/blocks.ts';
import { nameDuty } from '#core/plan-reading/duties/duty-name.ts';
import { placeOfText } from '#core/plan-reading/outline/item-place.ts';
import { parseAgencies } from '#core/plan-reading/language/agencies.ts';
import { startsAsAgency } from '#core/plan-reading/language/agency-heads.ts';
import { parsePeriod, findPeriods } from '#core/plan-reading/language/periods.ts';
import { WORK_VERBS } from '#core/plan-reading/language/work-words.ts';
import type { Outline, OutlineEntry } from '#core/plan-reading/outline/outline.ts';
import type { ReadingContext } from '#core/plan-reading/reading-context.ts';
import type { ReadPeriod, TaskReading, Unnumbered } from '#core/plan-reading/reading.ts';
import { sectionTopic } from '#core/plan-reading/outline/section-topic.ts';

// What is no work: whoever leads also …
const NO_WORK = /^(?:phối hợp|và|các|chịu trách nhiệm)(?![A-Za-zÀ-ỹ])/iu;
// "1. Về hạ tầng: Sở … chủ trì, phối hợp với … phủ sóng …; thời gian hoàn thành: Quý III/2026."
const LEAD = String.raw`(?:^|[:.;]\s+)(?:[Gg]iao(?: cho)?\s+)?(?<lead>\p{Lu}[^:;.()]{2,120}?)\s+chủ trì`;
const LEADS = new RegExp(String.raw`${LEAD},?\s+(?!(?:và\s+)?phối hợp)(?=\p{Ll})`, 'u');
const LEADS_WITH_OTHERS = new RegExp(
  `${LEAD},?\\s+(?:và\\s+)?phối hợp(?: chặt chẽ)?(?: với| cùng)\\s+(?<others>[^:;.()]{3,240}?),?\\s+(?=${WORK_VERBS}(?![A-Za-zÀ-ỹ]))`,
  'u',
);
const TIME =
  /[;,.(]?\s*(?:thời (?:gian|hạn)(?:\s+(?:thực hiện|hoàn thành))?\s*:\s*|(?:và\s+)?hoàn thành\s+(?=(?:trước|trong|vào|chậm nhất|đến|quý|tháng|năm|ngày)))([^;.()]{3,60})/iu;
// "… hoàn thành phủ sóng 5G tại các khu công nghiệp trước ngày 30/6/2027": the time closes the sentence.
const CLOSING_DATE = /,?\s((?:trước|chậm nhất|trong (?:quý|tháng))\s[^;.,()]{0,36}\d)$/iu;
const CLOSING_TIME =
  /(?:hoàn thành|ban hành|trình|xong)(?![A-Za-zÀ-ỹ])[^;.]*\s((?:trước|trong|chậm nhất|đến hết|vào)\s[^;.,()]{3,40})$/iu;

const readDeadline = (text: string, context: ReadingContext): ReadPeriod | null => {
  const sentence = text.replace(/(?<![\s.;])[\s.;]+$/u, '');
  const words = TIME.exec(text)?.[1] ?? CLOSING_TIME.exec(sentence)?.[1] ?? CLOSING_DATE.exec(sentence)?.[1];
  if (words === undefined) return null;
  const whole = parsePeriod(words, { year: context.document.year });
  if (whole.kind !== 'other') return whole;
  return findPeriods(words, { year: context.document.year })[0]?.period ?? whole;
};

const namesOf = (words: string | undefined, context: ReadingContext): readonly string[] =>
  words === undefined ? [] : parseAgencies(words, context.agencies).agencies.map((agency) => agency.name);

const readEntry = (
  { block, place }: OutlineEntry,
  context: ReadingContext,
): Unnumbered<TaskReading> | undefined => {
  if (block.kind === 'table' || block.kind === 'footnote' || place.appendix !== null) return undefined;
  if (sectionTopic(place) !== 'tasks') return undefined;
  const { text } = block.content;
  const match = LEADS_WITH_OTHERS.exec(text) ?? LEADS.exec(text);
  const lead = match?.groups?.lead;
  if (!match || lead === undefined || !startsAsAgency(lead)) return undefined;
  const leadAgencies = namesOf(lead, context);
  const work = text.slice(match.index + match[0].length).replace(TIME, '');
  if (leadAgencies.length === 0 || work === '' || NO_WORK.test(work)) return undefined;
  const others = match.groups?.others;
  return {
    ...placeOfText(place, block.content),
    order: orderOf(block),
    kind: 'prose-block',
    name: nameDuty(work.replace(/(?<![\s.;])[\s.;]+$/u, '').replace(CLOSING_DATE, '')),
    role: null,
    issuingAgencies: [],
    expectedResult: null,
    deadline: readDeadline(text, context),
    deadlineColumn: null,
    leadRaw: lead,
    leadAgencies,
    coordinatingRaw: others ?? null,
    coordinatingAgencies: namesOf(others, context),
  };
};

const orderOf = (block: Block): string | null => {
  if (block.kind === 'heading') return block.number;
  return block.kind === 'list-item' && block.level !== 'bullet' ? block.marker : null;
};

/** Reads tasks told in one sentence of a section of tasks: "Sở … chủ trì, phối hợp với … xây dựng …, hoàn thành trong …". */
export const readOrderedTasks = (
  outline: Outline,
  context: ReadingContext,
): readonly Unnumbered<TaskReading>[] =>
  outline.entries.map((entry) => readEntry(entry, context)).filter((task) => task !== undefined);
