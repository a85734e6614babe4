import { z } from 'zod';
import accounts from '#data/demonstration/accounts.json' with { type: 'json' };
import { DemonstrationAccount } from './contract.ts';

/** The accounts of the demonstration, whose passwords everyone may know. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = z
  .array(DemonstrationAccount)
  .parse(accounts);
