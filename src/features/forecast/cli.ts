import { InvalidArgumentError, Option, type Command } from 'commander';
import { isRefusal } from '#core/kernel/refusal.ts';
import type { CliContext } from '#server/cli/cli-context.ts';
import { both } from '#server/cli/messages.ts';
import { forecastLines, LANGUAGES, type Language } from './cli-lines.ts';
import { answerForecast, type ForecastOrder } from './service.ts';

const readWhole =
  (least: number, most: number) =>
  (text: string): number => {
    const number = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
    if (!(number >= least && number <= most)) throw new InvalidArgumentError(text);
    return number;
  };

const readPoints = (text: string): string => {
  const points = text.replace(',', '.');
  if (!/^\d{1,9}(\.\d{1,4})?$/.test(points)) throw new InvalidArgumentError(text);
  return points;
};

/** `senso forecast` */
export const register = (program: Command, context: CliContext): void => {
  program
    .command('forecast')
    .description(both('forecast'))
    .option('--framework <code>', both('scoreFramework'))
    .option('--subject <code>', both('scoreSubject'))
    .option('--year <year>', both('scoreYear'), readWhole(2000, 2100))
    .option('--goal <points>', both('improveGoal'), readPoints)
    .option('--seed <number>', both('forecastSeed'), readWhole(0, 2_147_483_647))
    .option('--inferred-holds <percent>', both('forecastInferred'), readWhole(0, 100))
    .addOption(new Option('--language <language>').choices(LANGUAGES).default('vi'))
    .action(async ({ language, ...order }: ForecastOrder & { readonly language: Language }) => {
      const view = await answerForecast(await context.openDatabase(), order);
      if (isRefusal(view)) return context.refuse(view);
      return context.print(view, () => forecastLines(view, language));
    });
};
