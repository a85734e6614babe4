import { InvalidArgumentError, type Command } from 'commander';
import { readHead, writeHead, type ChainFault, type ChainHead } from '#core/audit/audit-chain.ts';
import { EXIT, type CliContext } from '#server/cli/cli-context.ts';
import { both, bothAbout } from '#server/cli/messages.ts';
import { checkTrail } from './verify-trail.ts';

const MOST_LINES = 50;

const parseHead = (text: string): ChainHead => {
  const head = readHead(text);
  if (!head) throw new InvalidArgumentError(both('verifyAuditHeadForm'));
  return head;
};

const span = (from: number, to: number): string =>
  from === to ? String(from) : `${String(from)}–${String(to)}`;

const faultLines = (fault: ChainFault): readonly string[] => {
  switch (fault.kind) {
    case 'changed':
      return bothAbout('auditChanged', `${String(fault.position)} (${fault.eventId})`);
    case 'removed':
      return bothAbout('auditRemoved', span(fault.from, fault.to));
    case 'replaced':
      return bothAbout('auditReplaced', String(fault.position));
    case 'inserted':
      return bothAbout('auditInserted', fault.eventId ?? String(fault.position));
    case 'rewritten':
      return bothAbout('auditRewritten', String(fault.position));
    case 'unguarded':
      return [both('auditUnguarded')];
  }
};

/** `senso verify-audit` */
export const register = (program: Command, context: CliContext): void => {
  program
    .command('verify-audit')
    .description(both('verifyAudit'))
    .option('--head <position:hash>', both('verifyAuditHead'), parseHead)
    .action(async ({ head: noted }: { readonly head?: ChainHead }) => {
      const db = await context.openDatabase();
      const { faults, head } = await checkTrail(db, noted, (reached, end) => {
        const progress = `${String(reached.position)}/${String(end.position)}`;
        bothAbout('verifyAuditReached', progress).forEach(context.err);
      });
      if (faults.length > 0) process.exitCode = EXIT.refused;
      context.print({ head, faults }, () =>
        faults.length === 0
          ? bothAbout('verifyAuditSound', writeHead(head))
          : [
              ...bothAbout('verifyAuditFaulty', String(faults.length)),
              ...faults.slice(0, MOST_LINES).flatMap(faultLines),
            ],
      );
    });
};
