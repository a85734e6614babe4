import type { Command } from 'commander';
import { register as registerUser } from '#features/account/cli.ts';
import { register as registerAudit } from '#features/audit/cli.ts';
import { register as registerDelivery } from '#features/collection/cli.ts';
import { register as registerConsistency } from '#features/consistency/cli.ts';
import { register as registerForecast } from '#features/forecast/cli.ts';
import { register as registerImprovement } from '#features/improvement-plan/cli.ts';
import { register as registerFramework } from '#features/framework/cli.ts';
import { register as registerScore } from '#features/index-score/cli.ts';
import { register as registerSnapshot } from '#features/score-snapshot/cli.ts';
import { register as registerPlanImport } from '#features/plan-import/cli/cli.ts';
import type { CliContext } from '#server/cli/cli-context.ts';

/** Adds the features' own commands. */
export const registerFeatureCommands = (program: Command, context: CliContext): void => {
  registerUser(program, context);
  registerPlanImport(program, context);
  registerConsistency(program, context);
  registerScore(program, context);
  registerImprovement(program, context);
  registerForecast(program, context);
  registerSnapshot(program, context);
  registerFramework(program, context);
  registerAudit(program, context);
  registerDelivery(program, context);
};
