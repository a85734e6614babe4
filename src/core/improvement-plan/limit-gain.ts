import { type Decimal, ONE, sum, ZERO } from '#core/kernel/decimal.ts';
import type { Lever, Stretch, Way } from './improvement-option.ts';

/** The line to where the gain ends: its last step wins less than the others and is a jump of its own. */
const cutLine = (stretch: Stretch, most: Decimal, lever: Lever): readonly Stretch[] => {
  const grain = lever.kind === 'number' ? lever.grain : ONE;
  const length = stretch.to.minus(stretch.from);
  const end = stretch.from.plus(length.times(most).dividedBy(stretch.gain));
  const last = end.dividedBy(grain).floor().times(grain);
  const before = last.lessThanOrEqualTo(stretch.from)
    ? []
    : [{ ...stretch, to: last, gain: stretch.gain.times(last.minus(stretch.from)).dividedBy(length) }];
  const start = before[0]?.to ?? stretch.from;
  const rest = most.minus(before[0]?.gain ?? ZERO);
  return rest.greaterThan(0)
    ? [...before, { kind: 'jump', from: start, to: last.plus(grain), gain: rest }]
    : before;
};

/**
 * The way as far as it wins no more than `most` points beyond what its branches use up: where something else caps the points,
 * the rest brings nothing.
 */
export const limitGain = (way: Way, most: Decimal): Way => {
  const stretches: Stretch[] = [];
  let left = sum([most, ...way.branches.map(({ entry }) => entry)]);
  for (const stretch of way.stretches) {
    if (left.lessThanOrEqualTo(0)) break;
    if (stretch.gain.lessThanOrEqualTo(left)) stretches.push(stretch);
    else if (stretch.kind === 'jump') stretches.push({ ...stretch, gain: left });
    else stretches.push(...cutLine(stretch, left, way.lever));
    left = left.minus(stretch.gain);
  }
  return { ...way, stretches };
};
