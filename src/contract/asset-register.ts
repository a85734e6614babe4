import { z } from 'zod';
import type { AssetCondition } from '#core/asset-register/asset-condition.ts';
import type { AssetRegister as CoreAssetRegister } from '#core/asset-register/asset-register.ts';
import { DataValue, LocalizedText } from './scoring.ts';
import { PlainDateText } from './schemas.ts';

const Code = z.string().min(1).max(60);

const AssetConditionSchema: z.ZodType<AssetCondition> = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('all'), of: z.array(z.lazy(() => AssetConditionSchema)) }),
    z.object({ kind: z.literal('any'), of: z.array(z.lazy(() => AssetConditionSchema)) }),
    z.object({ kind: z.literal('is-one-of'), field: Code, values: z.array(z.string()) }),
    z.object({ kind: z.literal('by-day'), field: Code }),
    z.object({ kind: z.literal('within-year'), field: Code }),
  ])
  .meta({ id: 'AssetCondition' });

const fieldBase = {
  code: Code,
  name: LocalizedText,
  help: LocalizedText.nullable(),
  isRequired: z.boolean(),
  requiredWhen: AssetConditionSchema.nullable(),
  isListed: z.boolean(),
};

const AssetField = z
  .discriminatedUnion('kind', [
    z.object({ ...fieldBase, kind: z.literal('text') }),
    z.object({ ...fieldBase, kind: z.literal('yes-no') }),
    z.object({ ...fieldBase, kind: z.literal('day') }),
    z.object({ ...fieldBase, kind: z.literal('days') }),
    z.object({
      ...fieldBase,
      kind: z.literal('choice'),
      choices: z.array(z.object({ code: Code, name: LocalizedText })).min(1),
    }),
  ])
  .meta({ id: 'AssetField' });

const AssetFigure = z
  .object({
    framework: Code,
    item: Code,
    kind: z.enum(['count', 'exists']),
    name: LocalizedText,
    distinctBy: Code.nullable(),
    where: AssetConditionSchema.nullable(),
    outOf: Code.nullable(),
  })
  .meta({ id: 'AssetFigure' });

/** A register that feeds indicators, as its file in data/registers describes it. */
export const AssetRegister: z.ZodType<CoreAssetRegister> = z
  .object({
    code: Code,
    path: z.string().regex(/^[a-z0-9-]+$/),
    title: LocalizedText,
    counted: LocalizedText,
    basis: LocalizedText,
    beginsOn: Code.nullable(),
    fields: z.array(AssetField).min(1),
    figures: z.array(AssetFigure),
  })
  .meta({ id: 'AssetRegister' });

/** A data item of an index as a register computes it. */
export const AssetFigureView = z
  .object({
    register: z.object({ code: Code, path: z.string(), title: LocalizedText }),
    framework: Code,
    item: Code,
    name: LocalizedText,
    outOf: Code.nullable(),
    /** The day that it is taken on. */
    day: PlainDateText,
    value: DataValue,
    /** What a count would be if every blank spoke for it. */
    most: z.number().int().nullable(),
    counted: z.number().int(),
    notCounted: z.number().int(),
    unknown: z.number().int(),
    /** Entries of the demonstration are among those counted. */
    isSimulated: z.boolean(),
  })
  .meta({ id: 'AssetFigureView' });
export type AssetFigureView = z.infer<typeof AssetFigureView>;
