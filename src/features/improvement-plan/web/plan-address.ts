import type { ImprovementAim, ImprovementRequest, ImprovementSettings } from '#contract/improvement-plan.ts';
import type { PlainSearch } from '#web/search-params.ts';

const AMOUNT = /^\d{1,15}(\.\d{1,9})?$/;

/** The names that kinds of goals have in an address. */
const KINDS = { diem: 'points', hang: 'rank', 'cong-suc': 'most-points' } as const;
type AimKind = (typeof KINDS)[keyof typeof KINDS];

const amountOf = (text: string | undefined): string | undefined =>
  text !== undefined && AMOUNT.test(text) ? text : undefined;

/** `4.2=12;5.1=3`: amounts by name. What is none is left out. */
const readAmounts = (text: string | undefined): readonly (readonly [string, string])[] =>
  (text ?? '').split(';').flatMap((part) => {
    const [, name, amount] = /^(.+)=([^=]+)$/.exec(part) ?? [];
    return name !== undefined && amount !== undefined && AMOUNT.test(amount) ? [[name, amount]] : [];
  });

const writeAmounts = (amounts: readonly (readonly [string, string])[]): string | undefined =>
  amounts.length === 0 ? undefined : amounts.map(([name, amount]) => `${name}=${amount}`).join(';');

/** The aim that an address states; without one, to reach the goal that a document states, or the most points. */
export const readAim = (search: PlainSearch, statedGoal: string | null): ImprovementAim => {
  const kind: AimKind = Object.entries(KINDS).find(([name]) => name === search.huong)?.[1] ?? 'points';
  const component = search['chi-so'] ?? null;
  if (kind === 'rank') return { kind, rank: Math.max(1, Math.min(Number(search.hang) || 1, 10_000)) };
  if (kind === 'most-points') return { kind, component, effort: amountOf(search['cong-suc']) ?? null };
  const points = amountOf(search.diem) ?? statedGoal;
  return points === null
    ? { kind: 'most-points', component, effort: null }
    : { kind: 'points', component, points };
};

/** Efforts and limits that an address states. */
export const readSettings = (search: PlainSearch): ImprovementSettings => ({
  perUnit: readAmounts(search['cong-suc-don-vi']).map(([option, effort]) => ({ option, effort })),
  ceilings: readAmounts(search.tran).map(([option, value]) => ({ option, value })),
  indicatorLimits: readAmounts(search['gioi-han']).map(([component, effort]) => ({ component, effort })),
  agencyLimits: readAmounts(search['gioi-han-co-quan']).map(([agency, effort]) => ({ agency, effort })),
});

/** What an aim is called in an address. */
export const aimAddress = (aim: ImprovementAim): PlainSearch => {
  const [huong] = Object.entries(KINDS).find(([, kind]) => kind === aim.kind) ?? [];
  return {
    huong,
    'chi-so': aim.kind === 'rank' ? undefined : (aim.component ?? undefined),
    diem: aim.kind === 'points' ? aim.points : undefined,
    hang: aim.kind === 'rank' ? String(aim.rank) : undefined,
    'cong-suc': aim.kind === 'most-points' ? (aim.effort ?? undefined) : undefined,
  };
};

/** What efforts and limits are called in an address. */
export const settingsAddress = (settings: ImprovementSettings): PlainSearch => ({
  'cong-suc-don-vi': writeAmounts(settings.perUnit.map(({ option, effort }) => [option, effort])),
  tran: writeAmounts(settings.ceilings.map(({ option, value }) => [option, value])),
  'gioi-han': writeAmounts(settings.indicatorLimits.map(({ component, effort }) => [component, effort])),
  'gioi-han-co-quan': writeAmounts(settings.agencyLimits.map(({ agency, effort }) => [agency, effort])),
});

/** Whether anybody set an effort or a limit. */
export const hasSettings = (settings: ImprovementSettings): boolean =>
  Object.values(settings).some((entries) => entries.length > 0);

const ALTERNATIVES = 3;

/** The request that an address stands for. */
export const requestOf = (
  search: PlainSearch,
  known: {
    readonly statedGoal: string | null;
    readonly framework: string;
    readonly subject: string;
    readonly year: number;
  },
): ImprovementRequest => ({
  framework: known.framework,
  subject: known.subject,
  year: known.year,
  aim: readAim(search, known.statedGoal),
  settings: readSettings(search),
  alternatives: ALTERNATIVES,
});
