import type { AccessReach } from '#core/access/access.ts';
import { computeFigure, type ComputedFigure } from '#core/asset-register/asset-figures.ts';
import { type AssetRegister, isOfFamily } from '#core/asset-register/asset-register.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { assetRegisters } from '#server/reference/asset-registers.ts';
import { listAssetEntries } from './asset-entries.ts';

/** A figure that a register gives, with the register and the day. */
export interface RegisterFigure extends ComputedFigure {
  readonly register: AssetRegister;
  readonly day: PlainDate;
  readonly isSimulated: boolean;
}

const isFedBy = (register: AssetRegister, frameworkCode: string): boolean =>
  register.figures.some(({ framework }) => isOfFamily(frameworkCode, framework));

/** The data items of a framework that registers give. */
export const listFedItems = (frameworkCode: string): readonly string[] =>
  assetRegisters.flatMap(({ figures }) =>
    figures.filter(({ framework }) => isOfFamily(frameworkCode, framework)).map(({ item }) => item),
  );

/** All figures of a framework that the registers give as of a day, over the entries within reach. */
export const listRegisterFigures = async (
  db: Db | Tx,
  asked: {
    readonly framework: string;
    readonly day: PlainDate;
    readonly reach: AccessReach;
    /** Leaves out what was made up for the demonstration: where figures become official. */
    readonly withoutSimulated: boolean;
  },
): Promise<readonly RegisterFigure[]> => {
  const { day } = asked;
  const registers = assetRegisters.filter((register) => isFedBy(register, asked.framework));
  const codes = registers.map(({ code }) => code);
  const stored = await listAssetEntries(db, codes, asked.reach);
  const entries = asked.withoutSimulated ? stored.filter(({ isSimulated }) => !isSimulated) : stored;
  return registers.flatMap((register) => {
    const own = entries.filter((entry) => entry.register === register.code);
    return register.figures
      .filter(({ framework }) => isOfFamily(asked.framework, framework))
      .map((figure) => ({
        ...computeFigure(register, figure, own, day),
        ...{ register, day, isSimulated: own.some(({ isSimulated }) => isSimulated) },
      }));
  });
};
