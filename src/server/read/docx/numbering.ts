import { bulletMark, formatNumber } from './number-formats.ts';
import type { NumberSource } from './styles.ts';
import { elementsOf, findChild, switchOf, valueOf, type XmlElement } from './xml-tree.ts';

/** A level of a list. */
interface Level {
  readonly start: number;
  readonly format: string;
  /** "%1.%2": the numbers of the levels, counted from 1. */
  readonly text: string;
  readonly plainDigits: boolean;
  /** It begins again after a number of this level, counted from 1, or of one further out; 0: never. */
  readonly restartsAfter: number | null;
}

/** A list: levels, and what it counts together with other lists. */
interface List {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startsOver: ReadonlyMap<number, number>;
}

const DEEPEST_LEVEL = 8;

const readLevel = (element: XmlElement): Level => ({
  start: Number(valueOf(element, 'start') ?? '1'),
  format: valueOf(element, 'numFmt') ?? valueOf(findFormat(element), 'numFmt') ?? 'decimal',
  text: valueOf(element, 'lvlText') ?? '',
  plainDigits: switchOf(element, 'isLgl') ?? false,
  restartsAfter: ((value) => (value === undefined ? null : Number(value)))(valueOf(element, 'lvlRestart')),
});

// A format of a later Word stands beside one that older ones know.
const findFormat = (element: XmlElement): XmlElement | undefined =>
  findChild(findChild(element, 'AlternateContent'), 'Fallback');

const readLevels = (element: XmlElement): ReadonlyMap<number, Level> =>
  new Map(
    elementsOf(element)
      .filter(({ name }) => name === 'lvl')
      .map((level) => [Number(level.attributes.get('ilvl') ?? '0'), readLevel(level)]),
  );

const listElements = (part: XmlElement | undefined, name: string): readonly XmlElement[] =>
  part ? elementsOf(part).filter((element) => element.name === name) : [];

const readList = (num: XmlElement, abstracts: ReadonlyMap<string, XmlElement>): List => {
  const abstractId = valueOf(num, 'abstractNumId') ?? '';
  const named = abstracts.get(abstractId);
  const link = valueOf(named, 'numStyleLink');
  const linked =
    link === undefined
      ? undefined
      : [...abstracts.values()].find((abstract) => valueOf(abstract, 'styleLink') === link);
  const abstract = linked ?? named;
  const levels = new Map(abstract && readLevels(abstract));
  const startsOver = new Map<number, number>();
  for (const override of listElements(num, 'lvlOverride')) {
    const at = Number(override.attributes.get('ilvl') ?? '0');
    const level = findChild(override, 'lvl');
    if (level) levels.set(at, readLevel(level));
    const start = valueOf(override, 'startOverride');
    if (start !== undefined) startsOver.set(at, Number(start));
  }
  return { abstractId: linked?.attributes.get('abstractNumId') ?? abstractId, levels, startsOver };
};

/** Levels that go with a style: style → level, for each list. */
const readStyleLevels = (abstract: XmlElement): readonly (readonly [string, number])[] =>
  listElements(abstract, 'lvl').flatMap((level) => {
    const style = valueOf(level, 'pStyle');
    return style === undefined ? [] : [[style, Number(level.attributes.get('ilvl') ?? '0')] as const];
  });

const printNumber = (list: List, at: number, counts: readonly (number | undefined)[]): string => {
  const level = list.levels.get(at);
  if (!level) return '';
  if (level.format === 'bullet') return bulletMark(level.text);
  return level.text.replace(/%([1-9])/gu, (_, digit: string) => {
    const index = Number(digit) - 1;
    const own = list.levels.get(index);
    const format = level.plainDigits && index < at ? 'decimal' : (own?.format ?? 'decimal');
    return formatNumber(counts[index] ?? own?.start ?? 1, format);
  });
};

/** Counts the numbered paragraphs of a document. */
export interface NumberCounter {
  /** The number of the next paragraph of a list, as it is printed; empty when the list is not known. */
  readonly next: (source: NumberSource, style: string) => string;
}

/** Begins to count by the lists of a document: paragraphs have to be asked for in their order. */
export const countNumbers = (part: XmlElement | undefined): NumberCounter => {
  const abstracts = new Map(
    listElements(part, 'abstractNum').map((abstract) => [
      abstract.attributes.get('abstractNumId') ?? '',
      abstract,
    ]),
  );
  const lists = new Map(
    listElements(part, 'num').map((num) => [num.attributes.get('numId') ?? '', readList(num, abstracts)]),
  );
  const styleLevels = new Map(
    [...abstracts].map(([id, abstract]) => [id, new Map(readStyleLevels(abstract))]),
  );
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();

  const restartDeeper = (list: List, count: (number | undefined)[], at: number): void => {
    for (let deeper = at + 1; deeper <= DEEPEST_LEVEL; deeper += 1) {
      const after = list.levels.get(deeper)?.restartsAfter ?? null;
      if (after === null || (after > 0 && at < after)) count[deeper] = undefined;
    }
  };

  return {
    next: ({ numId, level: asked }, style) => {
      const list = lists.get(numId);
      if (!list) return '';
      const at = Math.min(styleLevels.get(list.abstractId)?.get(style) ?? asked, DEEPEST_LEVEL);
      const count = counts.get(list.abstractId) ?? [];
      counts.set(list.abstractId, count);
      const startsOver = list.startsOver.get(at);
      const isFirst = startsOver !== undefined && !begun.has(`${numId}:${at}`);
      begun.add(`${numId}:${at}`);
      const before = isFirst ? undefined : count[at];
      count[at] = before === undefined ? (startsOver ?? list.levels.get(at)?.start ?? 1) : before + 1;
      restartDeeper(list, count, at);
      return printNumber(list, at, count);
    },
  };
};
