interface Kept<Value> {
  readonly value: Promise<Value>;
  readonly mark: string;
  /** By the clock that never jumps. */
  readonly until: number;
}

/**
 * Keeps what was loaded under a key while its mark stays, and so many milliseconds at most: for what many requests read
 * within seconds and what may be that old. What failed is not kept: whoever asks next tries again.
 */
export const keepBriefly = <Value>(
  milliseconds: number,
): ((key: string, mark: string, load: () => Promise<Value>) => Promise<Value>) => {
  const kept = new Map<string, Kept<Value>>();
  return (key, mark, load) => {
    const now = performance.now();
    const known = kept.get(key);
    if (known?.mark === mark && known.until > now) return known.value;
    for (const [old, { until }] of kept) if (until <= now) kept.delete(old);
    const value = load();
    kept.set(key, { value, mark, until: now + milliseconds });
    value.catch(() => kept.delete(key));
    return value;
  };
};
