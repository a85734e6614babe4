import { all, create, type EvalFunction } from 'mathjs';
import { decimal } from '#core/kernel/decimal.ts';
import { getCompiledRule } from '#core/scoring/compile-rule.ts';
import type { DataValues } from '#core/scoring/data-value.ts';
import { type ComponentIndicator, type Framework, listIndicators } from '#core/scoring/framework.ts';
import { multiply, readSmallDecimal, type SmallFraction } from '#core/scoring/small-fraction.ts';
import { getProvinceFramework, makeLeague, SUBJECTS } from './league.ts';
import { timeBoth } from './rounds.ts';
import { againstPeer, type BenchRow } from './row.ts';
import { type FormulaSyntax, numberOf, writeRule } from './rule-formula.ts';

const TIMES = 20;
/** The exact numbers of mathjs, and how many times as fast as with them is asked for: decimals are what the office computes with. */
const NUMBERS = { BigNumber: 20, Fraction: 5 } as const;
type NumberKind = keyof typeof NUMBERS;
/** As many digits as our decimals have. */
const PRECISION = 60;

interface Points {
  readonly low: SmallFraction;
  readonly high: SmallFraction;
}

const pointsOf = (share: SmallFraction, maximum: SmallFraction): SmallFraction => {
  const points = multiply(share, maximum);
  if (!points) throw new Error('Points beyond small fractions');
  return points;
};

/** Exact points of every indicator of every subject, as fractions. */
const scoreOurs = (
  league: readonly DataValues[],
  indicators: readonly { readonly rule: ComponentIndicator['rule']; readonly maximum: SmallFraction }[],
): readonly Points[] => {
  const found: Points[] = [];
  for (const values of league) {
    for (const { rule, maximum } of indicators) {
      const outcome = getCompiledRule(rule)(values);
      if (outcome?.state !== 'scored') throw new Error(`Not decided: ${rule.kind}`);
      const low = pointsOf(outcome.low, maximum);
      found.push({ low, high: outcome.reason === null ? low : pointsOf(outcome.high, maximum) });
    }
  }
  return found;
};

interface PeerFormulas {
  readonly low: EvalFunction;
  /** Null when the points are exact: it is the same formula. */
  readonly high: EvalFunction | null;
}

const nameOf = (item: string): string => `v_${item.replace(/[^A-Za-z0-9]/gu, '_')}`;

const SYNTAX: FormulaSyntax = {
  value: nameOf,
  choose: (condition, then, otherwise) =>
    `(${condition.replace(' = ', ' == ')} ? (${then}) : (${otherwise}))`,
  least: (values) => `min(${values.join(', ')})`,
  most: (values) => `max(${values.join(', ')})`,
};

/** The same rules as expressions that mathjs has compiled, with the values ready in its own numbers. */
const preparePeer = (framework: Framework, league: readonly DataValues[], kind: NumberKind) => {
  const math = create(all ?? {}, { number: kind, precision: PRECISION });
  const numbers = (text: string): unknown =>
    kind === 'BigNumber' ? math.bignumber(text) : math.fraction(text);
  const scopes = league.map(
    (values) =>
      new Map([...values].map(([item, value]) => [nameOf(item), numbers(numberOf(framework, item, value))])),
  );
  const formulas = listIndicators(framework).map(({ rule, maximumPoints }): PeerFormulas => {
    const { low, high } = writeRule(rule, SYNTAX);
    const compile = (formula: string) => math.compile(`(${formula}) * ${maximumPoints}`);
    return { low: compile(low), high: low === high ? null : compile(high) };
  });
  return (): readonly { readonly low: unknown; readonly high: unknown }[] => {
    const found: { low: unknown; high: unknown }[] = [];
    for (const scope of scopes) {
      for (const { low, high } of formulas) {
        const below: unknown = low.evaluate(scope);
        found.push({ low: below, high: high ? high.evaluate(scope) : below });
      }
    }
    return found;
  };
};

/** A number of mathjs as `n` or `n/d`. */
const textOf = (number: unknown, kind: NumberKind): string =>
  kind === 'Fraction' ? (number as { toFraction: () => string }).toFraction() : String(number);

// A decimal of 60 digits misses a third by the last of them.
const isEqual = (ours: SmallFraction, theirs: string): boolean => {
  const [above = '', below = '1'] = theirs.split('/');
  const difference = decimal(ours.numerator)
    .dividedBy(ours.denominator)
    .minus(decimal(above).dividedBy(below));
  return difference.abs().lessThan('1e-50');
};

/** Every rule for every subject, exactly, against the same rules as compiled expressions. */
export const measureRules = async (): Promise<readonly BenchRow[]> => {
  const framework = getProvinceFramework();
  const league = [...makeLeague(framework).values()];
  const indicators = listIndicators(framework).map(({ rule, maximumPoints }) => {
    const maximum = readSmallDecimal(maximumPoints);
    if (!maximum) throw new Error(`Not a small maximum: ${maximumPoints}`);
    return { rule, maximum };
  });
  const count = SUBJECTS * indicators.length;
  const rows: BenchRow[] = [];
  for (const kind of ['BigNumber', 'Fraction'] as const) {
    const peer = preparePeer(framework, league, kind);
    const theirs = peer();
    const isSame = scoreOurs(league, indicators).every(({ low, high }, place) => {
      const other = theirs[place];
      return isEqual(low, textOf(other?.low, kind)) && isEqual(high, textOf(other?.high, kind));
    });
    if (!isSame || theirs.length !== count) throw new Error(`mathjs (${kind}) scores otherwise`);
    const repeat = () => {
      for (let time = 0; time < TIMES; time += 1) scoreOurs(league, indicators);
    };
    repeat();
    const seconds = await timeBoth(repeat, peer);
    rows.push(
      againstPeer(
        `${count} exact rule evaluations, mathjs with ${kind}s`,
        { ours: seconds.ours / TIMES, peer: seconds.peer, name: 'mathjs' },
        NUMBERS[kind],
      ),
    );
  }
  return rows;
};
