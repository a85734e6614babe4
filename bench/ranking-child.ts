// Ranks 3 321 subjects by 60 components under 10 000 sets of weights and prints the largest memory of this process in kB.
import { isUnusable } from '#core/composite-index/composite-finding.ts';
import { rankIntervals } from '#core/composite-index/ranking/rank-intervals.ts';
import { createRandomSource } from '#core/kernel/random-source.ts';

const random = createRandomSource(3321);
const components = Array.from({ length: 60 }, (_, place) => ({ code: `component ${place}`, maximum: 10 }));
const subjects = Array.from({ length: 3321 }, (_, place) => `subject ${place}`);
const shares = subjects.map(() => components.map(random));
const intervals = rankIntervals({ subjects, components, shares }, { seed: 1 });
if (isUnusable(intervals) || intervals.length !== subjects.length) throw new Error('Nothing was ranked');
process.stdout.write(String(process.resourceUsage().maxRSS));
