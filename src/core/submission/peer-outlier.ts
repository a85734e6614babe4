/** Fewer comparable organizations than this tell nothing about what is usual. */
export const FEWEST_PEERS = 8;

/** From this modified z-score on a figure is called unusual (Iglewicz and Hoaglin, 1993). */
const UNUSUAL = 3.5;

/** 0.6745 makes the median absolute deviation comparable with a standard deviation. */
const CONSISTENCY = 0.6745;

const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
};

/** What is usual among peers. */
export interface PeerSpread {
  readonly median: number;
  /** The median of the distances from the median. */
  readonly deviation: number;
  /** The smallest figure, or zero where all are above it. */
  readonly floor: number;
  readonly count: number;
}

/** Measures what is usual among peers, by figures that a few wild ones do not move. Undefined when the peers are too few. */
export const measurePeers = (peers: readonly number[]): PeerSpread | undefined => {
  if (peers.length < FEWEST_PEERS) return undefined;
  const median = medianOf(peers);
  const deviation = medianOf(peers.map((peer) => Math.abs(peer - median)));
  return { median, deviation, floor: Math.min(0, ...peers), count: peers.length };
};

/** What is usual among peers, for the sentence about a figure that is not. */
export type UsualSpan = Readonly<Record<'median' | 'low' | 'high' | 'peers', string>>;

const shown = (value: number): string => String(Number(value.toPrecision(4)));

/** Tells whether a figure lies far from those of its peers. Undefined: it does not, or more than half of them agree exactly. */
export const findOutlier = (
  value: number,
  { median, deviation, floor, count }: PeerSpread,
): UsualSpan | undefined => {
  if (deviation === 0) return undefined;
  const reach = (UNUSUAL * deviation) / CONSISTENCY;
  if (Math.abs(value - median) <= reach) return undefined;
  return {
    median: shown(median),
    low: shown(Math.max(floor, median - reach)),
    high: shown(median + reach),
    peers: String(count),
  };
};
