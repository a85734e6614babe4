import type { DataValue, DataValues } from './data-value.ts';
import { compileCurve } from './compile-curve.ts';
import type { ItemCode, RatioMeasure, Rule, StepThresholdRule } from './rule.ts';
import {
  add,
  ALL,
  compare,
  multiply,
  NONE,
  readSmallDecimal,
  readSmallShare,
  type SmallFraction,
} from './small-fraction.ts';
import type { OpenReason } from './trace.ts';

/** What a compiled rule makes of the data: the exact share of the maximum, or both ends of an open one, without a trace. */
export type CompiledOutcome =
  | {
      readonly state: 'scored';
      readonly low: SmallFraction;
      readonly high: SmallFraction;
      /** Why the share is open; null when it is exact. */
      readonly reason: OpenReason | null;
    }
  | { readonly state: 'no-data' | 'not-applicable' };

/**
 * A rule made ready to be applied to many data. Undefined where the data ask for more than the common case
 * (bounds, a part without data, numbers of many digits): then `evaluateRule` decides, which gives the same.
 */
export type CompiledRule = (values: DataValues) => CompiledOutcome | undefined;

const NO_DATA: CompiledOutcome = { state: 'no-data' };
const NOT_APPLICABLE: CompiledOutcome = { state: 'not-applicable' };
const NOTHING: CompiledOutcome = { state: 'scored', low: NONE, high: NONE, reason: null };
const WHOLE: CompiledOutcome = { state: 'scored', low: ALL, high: ALL, reason: null };
const OPEN_THRESHOLD: CompiledOutcome = {
  ...{ state: 'scored', low: NONE, high: ALL },
  reason: 'unknown-threshold',
};

const exactly = (share: SmallFraction | undefined): CompiledOutcome | undefined =>
  share && { state: 'scored', low: share, high: share, reason: null };

type Reading = SmallFraction | 'blank' | 'not-applicable' | undefined;
type ReadValue = (values: DataValues) => Reading;

const readValue = (value: DataValue | undefined): Reading => {
  if (value === undefined || value.state === 'blank') return 'blank';
  if (value.state === 'not-applicable') return 'not-applicable';
  return value.comparator === '=' ? readSmallDecimal(value.value) : undefined;
};

const readItem =
  (item: ItemCode): ReadValue =>
  (values) =>
    readValue(values.get(item));

const readFraction = (
  above: DataValue | undefined,
  below: DataValue | undefined,
  multiplier: SmallFraction,
): Reading => {
  const numerator = readValue(above);
  if (numerator === 'not-applicable') return 'not-applicable';
  const denominator = readValue(below);
  // A denominator that does not apply may leave a stated rate alone, and one of zero is for the policies.
  if (denominator === 'not-applicable') return undefined;
  if (numerator === 'blank' || denominator === 'blank') return 'blank';
  if (!numerator || !denominator || denominator.numerator === 0) return undefined;
  const top = numerator.numerator * multiplier.numerator * denominator.denominator;
  const bottom = numerator.denominator * multiplier.denominator * denominator.numerator;
  return top > Number.MAX_SAFE_INTEGER || bottom > Number.MAX_SAFE_INTEGER
    ? undefined
    : { numerator: top, denominator: bottom };
};

const compileMeasure = (measure: RatioMeasure): ReadValue | undefined => {
  const { fraction, rate } = measure;
  const multiplier = readSmallDecimal(measure.multiplier);
  if (measure.change === true || !multiplier) return undefined;
  const readRate = rate === null ? (): Reading => 'blank' : readItem(rate);
  if (!fraction) return readRate;
  return (values) => {
    const read = readFraction(values.get(fraction.numerator), values.get(fraction.denominator), multiplier);
    return read === 'blank' ? readRate(values) : read;
  };
};

const onReading = (
  read: ReadValue | undefined,
  share: ((value: SmallFraction) => CompiledOutcome | undefined) | undefined,
): CompiledRule | undefined =>
  read &&
  share &&
  ((values) => {
    const value = read(values);
    if (value === undefined) return undefined;
    if (value === 'blank') return NO_DATA;
    return value === 'not-applicable' ? NOT_APPLICABLE : share(value);
  });

const alongCurve = (rule: Rule): ((value: SmallFraction) => CompiledOutcome | undefined) | undefined => {
  const curve = compileCurve(rule);
  return curve && ((value) => exactly(curve(value)));
};

const compileOpenThreshold = (rule: StepThresholdRule): CompiledRule | undefined => {
  const threshold = readSmallDecimal(rule.threshold);
  if (!threshold) return undefined;
  return onReading(compileMeasure(rule.measure), (value) => {
    const side = compare(value, threshold);
    if (side === undefined) return undefined;
    const isReached = side > 0 || (side === 0 && rule.comparison !== 'above');
    return isReached ? WHOLE : OPEN_THRESHOLD;
  });
};

const compileBoolean =
  (item: ItemCode): CompiledRule =>
  (values) => {
    const value = values.get(item);
    if (value === undefined || value.state === 'blank') return NO_DATA;
    if (value.state === 'not-applicable') return NOT_APPLICABLE;
    return value.value === 'yes' ? WHOLE : NOTHING;
  };

const compileLevel = (rule: Extract<Rule, { kind: 'level' }>): CompiledRule => {
  const shares = new Map(
    rule.levels.map(({ code, share }) => [code, share === null ? undefined : exactly(readSmallShare(share))]),
  );
  return (values) => {
    const value = values.get(rule.item);
    if (value === undefined || value.state === 'blank') return NO_DATA;
    return value.state === 'not-applicable' ? NOT_APPLICABLE : shares.get(value.value);
  };
};

const compileCountStep = (rule: Extract<Rule, { kind: 'count-step' }>): CompiledRule | undefined => {
  const { requires } = rule;
  const byCount = onReading(readItem(rule.count), alongCurve(rule));
  if (!byCount || requires === null) return byCount;
  return (values) => {
    const required = values.get(requires);
    if (required?.state !== 'value') return undefined;
    const outcome = byCount(values);
    if (outcome?.state !== 'scored') return undefined;
    return required.value === 'no' ? NOTHING : outcome;
  };
};

const HUNDREDTH: SmallFraction = { numerator: 1, denominator: 100 };

const compileChecklistShare = (
  rule: Extract<Rule, { kind: 'checklist-share' }>,
): CompiledRule | undefined => {
  const byCount = onReading(readItem(rule.done), alongCurve(rule));
  if (!byCount) return undefined;
  const { rate } = rule;
  return (values) => {
    const outcome = byCount(values);
    if (outcome?.state !== 'no-data' || rate === null) return outcome;
    const printed = readValue(values.get(rate));
    if (printed === undefined) return undefined;
    if (printed === 'blank' || printed === 'not-applicable') return NO_DATA;
    const share = multiply(printed, HUNDREDTH);
    return share && share.numerator >= share.denominator ? WHOLE : exactly(share);
  };
};

const addUp = (
  parts: readonly { readonly share: SmallFraction; readonly rule: CompiledRule }[],
): CompiledRule => {
  return (values) => {
    let total: SmallFraction = NONE;
    for (const { share, rule } of parts) {
      const outcome = rule(values);
      if (outcome?.state !== 'scored' || outcome.reason !== null) return undefined;
      const earned = multiply(outcome.low, share);
      const next = earned && add(total, earned);
      if (!next) return undefined;
      total = next;
    }
    return exactly(total);
  };
};

const compileParts = (
  parts: readonly { readonly share: string; readonly rule: CompiledRule | undefined }[],
): CompiledRule | undefined => {
  const compiled = parts.flatMap(({ share: text, rule }) => {
    const share = readSmallShare(text);
    return share && rule ? [{ share, rule }] : [];
  });
  return compiled.length === parts.length && parts.length > 0 ? addUp(compiled) : undefined;
};

/** What all candidates give alike is known; otherwise the share lies between the least and the most of them. */
const compileUnknown = (candidates: readonly (CompiledRule | undefined)[]): CompiledRule | undefined => {
  const compiled = candidates.flatMap((candidate) => candidate ?? []);
  if (compiled.length < candidates.length || compiled.length === 0) return undefined;
  return (values) => {
    let low: SmallFraction | undefined;
    let high: SmallFraction | undefined;
    for (const candidate of compiled) {
      const outcome = candidate(values);
      if (outcome?.state !== 'scored' || outcome.reason !== null) return undefined;
      const [below, above] = [low && compare(outcome.low, low), high && compare(outcome.high, high)];
      if ((low && below === undefined) || (high && above === undefined)) return undefined;
      if (below === undefined || below < 0) low = outcome.low;
      if (above === undefined || above > 0) high = outcome.high;
    }
    if (!low || !high) return undefined;
    const width = low === high ? 0 : compare(low, high);
    if (width === undefined) return undefined;
    return { state: 'scored', low, high, reason: width === 0 ? null : 'unknown-rule' };
  };
};

const compile = (rule: Rule): CompiledRule | undefined => {
  switch (rule.kind) {
    case 'boolean':
      return compileBoolean(rule.item);
    case 'level':
      return compileLevel(rule);
    case 'count-step':
      return compileCountStep(rule);
    case 'count-tiers':
    case 'count-capped':
      return onReading(readItem(rule.count), alongCurve(rule));
    case 'survey':
    case 'external':
    case 'manual':
      return onReading(readItem(rule.item), alongCurve(rule));
    case 'step-threshold':
      if (rule.thresholdIs === 'at-most') return compileOpenThreshold(rule);
      return onReading(compileMeasure(rule.measure), alongCurve(rule));
    case 'ratio':
    case 'ratio-to-threshold':
    case 'ratio-with-floor':
    case 'bands':
    case 'piecewise-linear':
      return onReading(compileMeasure(rule.measure), alongCurve(rule));
    case 'checklist':
      return compileParts(rule.parts.map(({ item, share }) => ({ share, rule: compileBoolean(item) })));
    case 'composite':
      return compileParts(rule.parts.map((part) => ({ share: part.share, rule: compile(part.rule) })));
    case 'unknown':
      return compileUnknown(rule.candidates.map((candidate) => compile(candidate.rule)));
    case 'checklist-share':
      return compileChecklistShare(rule);
    // These look at more than one number, or beyond the subject.
    case 'derived-mean':
    case 'normalised-to-best':
    case 'best-of':
    case 'adjusted':
      return undefined;
  }
};

const LEAVE_TO_EVALUATION: CompiledRule = () => undefined;

// A rule never changes: it is compiled when it is first met.
const compiled = new WeakMap<Rule, CompiledRule>();

/** The rule, ready to be applied to many data. */
export const getCompiledRule = (rule: Rule): CompiledRule => {
  const known = compiled.get(rule);
  if (known) return known;
  const made = compile(rule) ?? LEAVE_TO_EVALUATION;
  compiled.set(rule, made);
  return made;
};
