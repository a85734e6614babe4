import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { CliContext } from '#server/cli/cli-context.ts';
import { both, bothAbout } from '#server/cli/messages.ts';
import { processCaller } from '#server/db/audit.ts';
import { deliver } from './delivery/deliver.ts';
import { DeliveryBody } from './delivery-contract.ts';

const readBody = async (path: string): Promise<DeliveryBody | Refusal> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return refuse('file.unreadable', { path, reason: isMissing ? 'missing' : 'fault' });
  }
  try {
    const read = DeliveryBody.safeParse(JSON.parse(text));
    const fields = read.error?.issues.map(({ path: place, code }) => ({
      field: place.join('.'),
      problem: code,
    }));
    return read.success ? read.data : refuse('request.invalid', { fields });
  } catch {
    return refuse('file.broken', { format: 'json' });
  }
};

interface DeliverOptions {
  readonly source: string;
  readonly key?: string;
  readonly dryRun?: boolean;
  readonly atomic?: boolean;
}

/** `senso deliver` */
export const register = (program: Command, context: CliContext): void => {
  program
    .command('deliver <file>')
    .description(both('deliver'))
    .requiredOption('--source <name>', both('deliverSource'))
    .option('--key <key>', both('deliverKey'))
    .option('--dry-run', both('deliverDryRun'))
    .option('--atomic', both('deliverAtomic'))
    .action(async (path: string, { source, key, dryRun = false, atomic = false }: DeliverOptions) => {
      const body = await readBody(path);
      if (isRefusal(body)) return context.refuse(body);
      const order = {
        ...{ db: await context.openDatabase(), clock: context.clock, key, source: { name: source } },
        ...{ caller: processCaller('command line'), tokenId: null, isDryRun: dryRun, isAtomic: atomic },
      };
      const delivery = await deliver(order, body);
      if (isRefusal(delivery)) return context.refuse(delivery);
      const { taken, unchanged, refused, results } = delivery;
      context.print(delivery, () => [
        ...results.map(({ organization, item, outcome, code }) =>
          [organization, item, code ?? outcome].join('\t'),
        ),
        ...bothAbout('delivered', [taken, unchanged, refused].join(' / ')),
      ]);
    });
};
