import { InvalidArgumentError, Option, type Command } from 'commander';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import {
  Amount,
  type ImprovementAim,
  type ImprovementRequest,
  type ImprovementSettings,
  MOST_ALTERNATIVES,
} from '#contract/improvement-plan.ts';
import type { CliContext } from '#server/cli/cli-context.ts';
import { both } from '#server/cli/messages.ts';
import type { Db } from '#server/db/database.ts';
import { openOptimizerHere } from '#server/optimize/optimizer.ts';
import { LANGUAGES, type Language, planReport } from './cli-lines.ts';
import { answerOptions, answerPlans } from './service.ts';

interface Assignment {
  readonly name: string;
  readonly amount: string;
}

interface ImproveOptions {
  readonly framework?: string;
  readonly subject?: string;
  readonly year?: number;
  readonly goal?: string;
  readonly component?: string;
  readonly rank?: number;
  readonly budget?: string;
  readonly alternatives: number;
  readonly effort: readonly Assignment[];
  readonly ceiling: readonly Assignment[];
  readonly limit: readonly Assignment[];
  readonly agencyLimit: readonly Assignment[];
  readonly language: Language;
}

const USUAL_ALTERNATIVES = 3;

const readAmount = (text: string): string => {
  const amount = text.replace(',', '.');
  if (!Amount.safeParse(amount).success) throw new InvalidArgumentError(text);
  return amount;
};

const readWhole =
  (least: number, most: number) =>
  (text: string): number => {
    const number = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
    if (!(number >= least && number <= most)) throw new InvalidArgumentError(text);
    return number;
  };

/** Reads `NAME=AMOUNT`; the option may be given several times. */
const collect = (text: string, earlier: readonly Assignment[]): readonly Assignment[] => {
  const [, name, amount] = /^(.+)=([^=]+)$/.exec(text) ?? [];
  if (name === undefined || amount === undefined) throw new InvalidArgumentError(text);
  return [...earlier, { name, amount: readAmount(amount) }];
};

const settingsOf = (options: ImproveOptions): ImprovementSettings => ({
  perUnit: options.effort.map(({ name, amount }) => ({ option: name, effort: amount })),
  ceilings: options.ceiling.map(({ name, amount }) => ({ option: name, value: amount })),
  indicatorLimits: options.limit.map(({ name, amount }) => ({ component: name, effort: amount })),
  agencyLimits: options.agencyLimit.map(({ name, amount }) => ({ agency: name, effort: amount })),
});

/** The aim that was asked for; without one, the goal that a document states for the subject. */
const aimOf = async (db: Db, options: ImproveOptions): Promise<ImprovementAim | Refusal> => {
  const component = options.component ?? null;
  if (options.budget !== undefined) return { kind: 'most-points', component, effort: options.budget };
  if (options.rank !== undefined) return { kind: 'rank', rank: options.rank };
  if (options.goal !== undefined) return { kind: 'points', component, points: options.goal };
  const known = await answerOptions(db, options);
  if (isRefusal(known)) return known;
  return known.statedGoal === null
    ? refuse('record.not-found', { kind: 'goal' })
    : { kind: 'points', component: null, points: known.statedGoal };
};

/** `senso improve` */
export const register = (program: Command, context: CliContext): void => {
  const assignment = (flags: string, words: Parameters<typeof both>[0]): Option =>
    new Option(flags, both(words)).argParser(collect).default([], '');
  program
    .command('improve')
    .description(both('improve'))
    .option('--framework <code>', both('scoreFramework'))
    .option('--subject <code>', both('scoreSubject'))
    .option('--year <year>', both('scoreYear'), readWhole(2000, 2100))
    .option('--goal <points>', both('improveGoal'), readAmount)
    .option('--component <code>', both('improveComponent'))
    .addOption(
      new Option('--rank <rank>', both('improveRank')).argParser(readWhole(1, 10_000)).conflicts('goal'),
    )
    .addOption(
      new Option('--budget <effort>', both('improveBudget'))
        .argParser(readAmount)
        .conflicts(['goal', 'rank']),
    )
    .option(
      '--alternatives <count>',
      both('improveAlternatives'),
      readWhole(0, MOST_ALTERNATIVES),
      USUAL_ALTERNATIVES,
    )
    .addOption(assignment('--effort <option=effort>', 'improveEffort'))
    .addOption(assignment('--ceiling <option=value>', 'improveCeiling'))
    .addOption(assignment('--limit <indicator=effort>', 'improveLimit'))
    .addOption(assignment('--agency-limit <agency=effort>', 'improveAgencyLimit'))
    .addOption(new Option('--language <language>').choices(LANGUAGES).default('vi'))
    .action(async (options: ImproveOptions) => {
      const db = await context.openDatabase();
      const aim = await aimOf(db, options);
      if (isRefusal(aim)) return context.refuse(aim);
      const { framework, subject, year, alternatives } = options;
      const request: ImprovementRequest = {
        ...{ framework, subject, year, alternatives },
        ...{ aim, settings: settingsOf(options) },
      };
      const solved = await answerPlans(db, request, { optimizer: openOptimizerHere() });
      if (isRefusal(solved)) return context.refuse(solved);
      return context.print(solved, () => planReport(solved, options.language));
    });
};
