import { InvalidArgumentError, Option, type Command } from 'commander';
import { v7 as newId } from 'uuid';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { reported } from '#core/scoring/data-value.ts';
import { SNAPSHOT_KINDS, type SnapshotKind } from '#core/score-snapshot/snapshot.ts';
import type { CliContext } from '#server/cli/cli-context.ts';
import { both, bothAbout } from '#server/cli/messages.ts';
import { LANGUAGES, type Language } from '#server/cli/write-figures.ts';
import type { Db } from '#server/db/database.ts';
import { type IndexSelection, loadIndex } from '#server/scoring/load-index.ts';
import { answerComparison, answerSnapshots } from './answer-snapshots.ts';
import { comparisonLines, listLines, takenLines, verificationLine } from './cli-lines.ts';
import type { ScoreSnapshotList } from './contract.ts';
import { openSnapshot, verifySnapshot } from './open-snapshot.ts';
import { takeSnapshot, type SnapshotRequest } from './take-snapshot.ts';
import { processCaller } from '#server/db/audit.ts';

interface SelectionOptions {
  readonly framework?: string;
  readonly subject?: string;
  readonly year?: number;
  readonly language: Language;
}

type SupposedValue = SnapshotRequest['changes'][number];

interface TakeOptions extends SelectionOptions {
  readonly name: string;
  readonly kind: SnapshotKind;
  readonly note?: string;
  readonly set: readonly SupposedValue[];
}

const readYear = (text: string): number => {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError(text);
  return Number(text);
};

const readSupposed = (text: string, earlier: readonly SupposedValue[]): readonly SupposedValue[] => {
  const [, item, value] = /^([^=\s]+)=(\S+)$/.exec(text) ?? [];
  if (item === undefined || value === undefined) throw new InvalidArgumentError(both('snapshotSetForm'));
  const state = value === 'blank' || value === 'not-applicable' ? value : 'value';
  return [...earlier, { item, value: state === 'value' ? reported(value) : { state } }];
};

const withSelection = (command: Command): Command =>
  command
    .option('--framework <code>', both('scoreFramework'))
    .option('--subject <code>', both('scoreSubject'))
    .option('--year <year>', both('scoreYear'), readYear)
    .addOption(new Option('--language <language>').choices(LANGUAGES).default('vi'));

const wordsOf = ({ code, details }: Refusal): readonly string[] | undefined => {
  if (code !== 'record.not-found') return undefined;
  return details.kind === 'score-snapshot'
    ? bothAbout('snapshotUnknown', String(details.name))
    : [both('scoreNoData')];
};

/** The snapshot that is meant by an id or a name. */
const findMeant = (list: ScoreSnapshotList, text: string) =>
  list.items.find(({ id, name }) => id === text || name === text) ??
  refuse('record.not-found', { kind: 'score-snapshot', name: text });

const take = async (db: Db, { clock }: CliContext, options: TakeOptions) => {
  const { name, kind, note = null, set, language: _, ...selection } = options;
  const data = await loadIndex(db, selection);
  if (isRefusal(data)) return data;
  const taken = await takeSnapshot(
    { db, clock, accountId: null, caller: processCaller('command line') },
    { ...data.key, name, kind, note, changes: set, writeId: newId() },
  );
  if (isRefusal(taken)) return taken;
  const opened = await openSnapshot(db, taken.id);
  return isRefusal(opened) ? opened : opened.summary;
};

const compare = async (db: Db, selection: IndexSelection, before: string, after: string | undefined) => {
  const list = await answerSnapshots(db, selection, []);
  if (isRefusal(list)) return list;
  const earlier = findMeant(list, before);
  if (isRefusal(earlier)) return earlier;
  const later = after === undefined ? undefined : findMeant(list, after);
  if (isRefusal(later)) return later;
  return answerComparison(db, earlier.id, later?.id);
};

const verify = async (db: Db, selection: IndexSelection, wanted: string | undefined) => {
  const list = await answerSnapshots(db, selection, []);
  if (isRefusal(list)) return list;
  const meant = wanted === undefined ? undefined : findMeant(list, wanted);
  if (isRefusal(meant)) return meant;
  const checked = [];
  for (const { id, name } of meant ? [meant] : list.items) {
    const opened = await openSnapshot(db, id);
    if (isRefusal(opened)) return opened;
    checked.push({ id, name, verification: verifySnapshot(opened) });
  }
  return checked;
};

/** `senso snapshot …` */
export const register = (program: Command, context: CliContext): void => {
  const snapshot = program.command('snapshot').description(both('snapshot'));

  withSelection(snapshot.command('take').description(both('snapshotTake')))
    .requiredOption('--name <name>', both('snapshotName'))
    .addOption(new Option('--kind <kind>', both('snapshotKind')).choices(SNAPSHOT_KINDS).default('self'))
    .option('--note <text>', both('snapshotNote'))
    .option('--set <item=value>', both('snapshotSet'), readSupposed, [])
    .action(async (options: TakeOptions) => {
      const taken = await take(await context.openDatabase(), context, options);
      if (isRefusal(taken)) return context.refuse(taken, wordsOf(taken));
      context.print(taken, () => takenLines(taken, options.language));
    });

  withSelection(snapshot.command('list').description(both('snapshotList'))).action(
    async ({ language, ...selection }: SelectionOptions) => {
      const list = await answerSnapshots(await context.openDatabase(), selection, []);
      if (isRefusal(list)) return context.refuse(list, wordsOf(list));
      context.print(list, () => listLines(list, language));
    },
  );

  withSelection(snapshot.command('compare <before> [after]').description(both('snapshotCompare'))).action(
    async (before: string, after: string | undefined, { language, ...selection }: SelectionOptions) => {
      const comparison = await compare(await context.openDatabase(), selection, before, after);
      if (isRefusal(comparison)) return context.refuse(comparison, wordsOf(comparison));
      context.print(comparison, () => comparisonLines(comparison, language));
    },
  );

  withSelection(snapshot.command('verify [snapshot]').description(both('snapshotVerify'))).action(
    async (wanted: string | undefined, { language, ...selection }: SelectionOptions) => {
      const checked = await verify(await context.openDatabase(), selection, wanted);
      if (isRefusal(checked)) return context.refuse(checked, wordsOf(checked));
      const lines = () => checked.map((found) => verificationLine(found, language));
      const altered = checked.filter(({ verification }) => !verification.holds);
      if (altered.length === 0) return context.print({ items: checked }, lines);
      context.refuse(refuse('score-snapshot.altered', { items: altered }), lines());
    },
  );
};
