import { InvalidArgumentError, Option, type Command } from 'commander';
import { isRefusal, type Refusal } from '#core/kernel/refusal.ts';
import type { CliContext } from '#server/cli/cli-context.ts';
import { both, bothAbout } from '#server/cli/messages.ts';
import { LANGUAGES, type Language } from '#server/cli/write-figures.ts';
import { answerComponent, answerOverview } from './answer-index.ts';
import { explanationLines, overviewLines } from './cli-lines.ts';

interface ScoreOptions {
  readonly framework?: string;
  readonly subject?: string;
  readonly year?: number;
  readonly explain?: string;
  readonly language: Language;
}

const readYear = (text: string): number => {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError(text);
  return Number(text);
};

/** A refusal in words for those who type commands and have no search box. */
const wordsOf = ({ code, details }: Refusal): readonly string[] | undefined => {
  if (code !== 'record.not-found') return undefined;
  return details.kind === 'component'
    ? bothAbout('scoreNoIndicator', String(details.code))
    : [both('scoreNoData')];
};

/** `senso score` */
export const register = (program: Command, context: CliContext): void => {
  program
    .command('score')
    .description(both('score'))
    .option('--framework <code>', both('scoreFramework'))
    .option('--subject <code>', both('scoreSubject'))
    .option('--year <year>', both('scoreYear'), readYear)
    .option('--explain <code>', both('scoreExplain'))
    .addOption(new Option('--language <language>').choices(LANGUAGES).default('vi'))
    .action(async ({ explain, language, ...selection }: ScoreOptions) => {
      const db = await context.openDatabase();
      if (explain === undefined) {
        const index = await answerOverview(db, selection);
        if (isRefusal(index)) return context.refuse(index, wordsOf(index));
        return context.print(index, () => overviewLines(index, language));
      }
      const reader = { db, today: context.clock.today(), actions: [] };
      const component = await answerComponent(reader, selection, explain);
      if (isRefusal(component)) return context.refuse(component, wordsOf(component));
      return context.print(component, () => explanationLines(component, language));
    });
};
