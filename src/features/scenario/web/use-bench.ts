import { useSyncExternalStore } from 'react';
import type { Bench, BenchState } from './bench.ts';

/** What stands on the bench now; the component follows each edit. */
export const useBench = (bench: Bench): BenchState => useSyncExternalStore(bench.subscribe, bench.getState);
