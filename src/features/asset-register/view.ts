import { type Actor, can, findReach } from '#core/access/access.ts';
import { computeFigure, type ComputedFigure, figureDay } from '#core/asset-register/asset-figures.ts';
import type { AssetRegister } from '#core/asset-register/asset-register.ts';
import type { AssetValues } from '#core/asset-register/asset-values.ts';
import type { Verdict } from '#core/asset-register/asset-condition.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import type { z } from 'zod';
import type { Db } from '#server/db/database.ts';
import { assetRegisters } from '#server/reference/asset-registers.ts';
import { listAccountNames } from '#server/registers/account-names.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import { findAssetEntry, listAssetEntries, type StoredAssetEntry } from '#server/registers/asset-entries.ts';
import { listRegisterFigures, type RegisterFigure } from '#server/registers/asset-figures.ts';
import type {
  AssetEntryView,
  AssetFigureView,
  getAssetEntry,
  getAssetRegister,
  listAssetRegisters,
  listIndicatorFigures,
} from './contract.ts';
import { countEntryEvidence } from './evidence-reads.ts';
import { entryNotFound } from './service.ts';
import { listRevisions } from './store.ts';

interface Asked {
  readonly db: Db;
  readonly actor: Actor | undefined;
  readonly clock: Clock;
}

type Names = ReadonlyMap<string, string>;

const copyOf = (values: AssetValues): AssetEntryView['values'] =>
  Object.fromEntries(
    Object.entries(values).map(([code, value]) => [code, typeof value === 'string' ? value : [...value]]),
  );

const scopeOf = (actor: Actor | undefined): 'all' | 'own' =>
  findReach(actor, 'register.read').kind === 'all' ? 'all' : 'own';

const figureView = ({
  register,
  day,
  isSimulated,
  figure,
  value,
  most,
  behind,
}: RegisterFigure): AssetFigureView => ({
  register: { code: register.code, path: register.path, title: register.title },
  ...{ framework: figure.framework, item: figure.item, name: figure.name, outOf: figure.outOf, day },
  ...{ value, most, isSimulated },
  ...{ counted: behind.yes.length, notCounted: behind.no.length, unknown: behind.unknown.length },
});

const figuresOf = (
  register: AssetRegister,
  entries: readonly StoredAssetEntry[],
  day: PlainDate,
): readonly RegisterFigure[] =>
  register.figures.map((figure) => ({
    ...computeFigure(register, figure, entries, day),
    ...{ register, day, isSimulated: entries.some(({ isSimulated }) => isSimulated) },
  }));

/** How each entry counts, by entry and by figure. */
const countsByEntry = (
  figures: readonly ComputedFigure[],
): ReadonlyMap<string, Readonly<Record<string, Verdict>>> => {
  const counts = new Map<string, Record<string, Verdict>>();
  for (const { figure, behind } of figures) {
    for (const verdict of ['yes', 'no', 'unknown'] as const) {
      for (const id of behind[verdict]) {
        counts.set(id, { ...counts.get(id), [`${figure.framework}/${figure.item}`]: verdict });
      }
    }
  }
  return counts;
};

const entryView = (
  entry: StoredAssetEntry,
  known: {
    readonly counts: Readonly<Record<string, Verdict>> | undefined;
    readonly evidence: number | undefined;
  },
  names: Names,
  actor: Actor | undefined,
): AssetEntryView => ({
  id: entry.id,
  organization: {
    code: entry.organizationCode,
    name: names.get(entry.organizationCode) ?? entry.organizationCode,
  },
  name: entry.name,
  values: copyOf(entry.values),
  retiredOn: entry.retiredOn,
  isSimulated: entry.isSimulated,
  version: entry.version,
  changedAt: entry.changedAt,
  counts: { ...known.counts },
  evidence: known.evidence ?? 0,
  mayWrite: can(actor, 'register.write', { organizationCode: entry.organizationCode }),
});

const namesOf = async ({ db }: Asked): Promise<Names> =>
  new Map((await listOrganizations(db)).map(({ code, name }) => [code, name]));

/** All registers with what they count, over what the person may see. */
export const viewRegisters = async ({
  db,
  actor,
  clock,
}: Asked): Promise<z.input<(typeof listAssetRegisters)['response']>> => {
  const day = clock.today();
  const codes = assetRegisters.map(({ code }) => code);
  const entries = await listAssetEntries(db, codes, findReach(actor, 'register.read'));
  const items = assetRegisters.map((register) => {
    const own = entries.filter((entry) => entry.register === register.code);
    const kept = own.filter(({ retiredOn }) => retiredOn === null);
    const { code, path, title, counted } = register;
    return {
      ...{ code, path, title, counted, entries: kept.length },
      organizations: new Set(kept.map(({ organizationCode }) => organizationCode)).size,
      figures: figuresOf(register, own, day).map(figureView),
    };
  });
  return { scope: scopeOf(actor), items, total: items.length };
};

/** One register as of a day. */
export const viewRegister = async (
  asked: Asked,
  register: AssetRegister,
  day: PlainDate,
): Promise<z.input<(typeof getAssetRegister)['response']>> => {
  const { db, actor } = asked;
  const entries = await listAssetEntries(db, [register.code], findReach(actor, 'register.read'));
  const figures = figuresOf(register, entries, day);
  const counts = countsByEntry(figures);
  const evidence = await countEntryEvidence(
    db,
    entries.map(({ id }) => id),
  );
  const names = await namesOf(asked);
  const writable = findReach(actor, 'register.write');
  const mayAddFor = writable.kind === 'all' ? [...names.keys()] : writable.organizationCodes;
  return {
    ...{ register, day, scope: scopeOf(actor) },
    entries: entries.map((entry) => {
      const known = { counts: counts.get(entry.id), evidence: evidence.get(entry.id) };
      return entryView(entry, known, names, actor);
    }),
    figures: figures.map(figureView),
    mayAddFor: mayAddFor.map((code) => ({ code, name: names.get(code) ?? code })),
  };
};

/** One entry with its history; to whom it is out of reach it is not there. */
export const viewEntry = async (
  asked: Asked,
  register: AssetRegister,
  id: string,
): Promise<z.input<(typeof getAssetEntry)['response']> | Refusal> => {
  const { db, actor, clock } = asked;
  const entry = await findAssetEntry(db, id);
  const isThere =
    entry?.register === register.code &&
    can(actor, 'register.read', { organizationCode: entry.organizationCode });
  if (!isThere) return entryNotFound(id);
  const day = clock.today();
  const counts = countsByEntry(figuresOf(register, [entry], day)).get(id);
  const evidence = (await countEntryEvidence(db, [id])).get(id);
  const revisions = await listRevisions(db, id);
  const people = await listAccountNames(
    db,
    revisions.flatMap(({ by }) => by ?? []),
  );
  return {
    ...{ register, day },
    entry: entryView(entry, { counts, evidence }, await namesOf(asked), actor),
    history: revisions.map(({ values, by, ...revision }) => ({
      ...revision,
      values: copyOf(values),
      by: by === null ? null : (people.get(by) ?? null),
    })),
  };
};

/** The data items of an index that registers give, over what the person may see of the subject's entries. */
export const viewIndicatorFigures = async (
  { db, actor, clock }: Asked,
  query: { readonly framework: string; readonly organization?: string | undefined; readonly year: number },
): Promise<z.input<(typeof listIndicatorFigures)['response']>> => {
  const { framework, organization, year } = query;
  const reach = findReach(actor, 'register.read');
  const isReadable =
    organization === undefined || can(actor, 'register.read', { organizationCode: organization });
  const of = organization === undefined ? reach : ownReach(isReadable ? [organization] : []);
  const day = figureDay(year, clock.today());
  const asked = { framework, day, reach: of, withoutSimulated: false };
  const items = (await listRegisterFigures(db, asked)).map(figureView);
  return { scope: scopeOf(actor), items, total: items.length };
};

const ownReach = (organizationCodes: readonly string[]) =>
  ({ kind: 'some', organizationCodes, appraiserCodes: [] }) as const;
