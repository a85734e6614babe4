import { z } from 'zod';
import { SAYS_SOMETHING } from '#core/kernel/text.ts';
import { ASSET_FIELD_PROBLEMS } from '#core/asset-register/check-asset-entry.ts';
import { ASSET_SHEET_PROBLEMS } from '#core/asset-register/read-asset-sheet.ts';
import { AssetFigureView, AssetRegister } from '#contract/asset-register.ts';
import { OrganizationName } from '#contract/reporting-round.ts';
import { route } from '#contract/route.ts';
import { FileAnswer, Instant, PlainDateText } from '#contract/schemas.ts';
import { LocalizedText } from '#contract/scoring.ts';

export type { AssetFigureView } from '#contract/asset-register.ts';

const RegisterOf = z.object({ register: z.string().max(60) });
const EntryOf = RegisterOf.extend({ id: z.uuid() });
const Version = z.number().int().min(0);

const AssetValues = z
  .record(z.string().max(60), z.union([z.string().max(4000), z.array(z.string().max(40)).max(400)]))
  .meta({ id: 'AssetValues', description: 'What an entry says, by field; blank fields are left out' });

/** How an entry counts for a figure on the day of the list. */
const EntryVerdict = z.enum(['yes', 'no', 'unknown']);

const AssetEntryView = z
  .object({
    id: z.uuid(),
    organization: OrganizationName,
    name: z.string(),
    values: AssetValues,
    retiredOn: PlainDateText.nullable(),
    isSimulated: z.boolean(),
    version: z.number().int(),
    changedAt: Instant,
    /** By `framework/item` of the register's figures; figures for which it does not count on the day are left out. */
    counts: z.record(z.string(), EntryVerdict),
    /** How many pieces of evidence stand behind it. */
    evidence: z.number().int(),
    mayWrite: z.boolean(),
  })
  .meta({ id: 'AssetEntry' });
export type AssetEntryView = z.infer<typeof AssetEntryView>;

/** Whose entries are shown and counted: everybody's, or those of the person's own organizations. */
const Scope = z.enum(['all', 'own']);

export const listAssetRegisters = route({
  method: 'GET',
  path: '/asset-registers',
  operationId: 'listAssetRegisters',
  summary: 'The registers that feed indicators, with their entries counted and the figures that follow',
  access: 'register.read',
  response: z
    .object({
      scope: Scope,
      items: z.array(
        z.object({
          ...{ code: z.string(), path: z.string(), title: LocalizedText, counted: LocalizedText },
          entries: z.number().int(),
          organizations: z.number().int(),
          figures: z.array(AssetFigureView),
        }),
      ),
      total: z.number().int(),
    })
    .meta({ id: 'AssetRegisterList' }),
  since: '0.1.0',
});

export const getAssetRegister = route({
  method: 'GET',
  path: '/asset-registers/:register',
  operationId: 'getAssetRegister',
  summary:
    'One register with its entries, and the figures that follow from them on a day, with the list behind each',
  access: 'register.read',
  params: RegisterOf,
  query: z.object({ day: PlainDateText.optional() }),
  response: z
    .object({
      register: AssetRegister,
      day: PlainDateText,
      scope: Scope,
      entries: z.array(AssetEntryView),
      figures: z.array(AssetFigureView),
      /** Organizations for which the person may add entries. */
      mayAddFor: z.array(OrganizationName),
    })
    .meta({ id: 'AssetRegisterContent' }),
  refusals: ['record.not-found'],
  since: '0.1.0',
});

const AssetRevision = z
  .object({
    version: z.number().int(),
    kind: z.enum(['write', 'retire', 'restore', 'import']),
    name: z.string(),
    values: AssetValues,
    retiredOn: PlainDateText.nullable(),
    reason: z.string().nullable(),
    at: Instant,
    by: z.string().nullable(),
  })
  .meta({ id: 'AssetRevision' });
export type AssetRevision = z.infer<typeof AssetRevision>;

const AssetEntryDetail = z
  .object({
    register: AssetRegister,
    day: PlainDateText,
    entry: AssetEntryView,
    /** Newest first. */
    history: z.array(AssetRevision),
  })
  .meta({ id: 'AssetEntryDetail' });

export const getAssetEntry = route({
  method: 'GET',
  path: '/asset-registers/:register/entries/:id',
  operationId: 'getAssetEntry',
  summary: 'One entry with every state that it has had',
  access: 'register.read',
  params: EntryOf,
  response: AssetEntryDetail,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const putAssetEntry = route({
  method: 'PUT',
  path: '/asset-registers/:register/entries/:id',
  operationId: 'putAssetEntry',
  summary: 'Add an entry (version 0) or change it; a retry with the same write id changes nothing',
  access: 'register.write',
  params: EntryOf,
  body: z
    .object({
      organization: z.string().max(40),
      name: z.string().max(1000),
      values: AssetValues,
      reason: z.string().max(1000).nullable(),
      /** The version that the writer saw; 0 for an entry that is new. */
      version: Version,
      writeId: z.uuid(),
    })
    .meta({ id: 'AssetEntryInput' }),
  response: AssetEntryDetail,
  refusals: [
    ...(['record.not-found', 'access.denied', 'edit.conflict'] as const),
    ...(['asset-entry.invalid', 'asset-entry.name-taken', 'asset-entry.retired'] as const),
  ],
  since: '0.1.0',
});

export const retireAssetEntry = route({
  method: 'POST',
  path: '/asset-registers/:register/entries/:id/retirement',
  operationId: 'retireAssetEntry',
  summary: 'Retire an entry from a day on, or restore it; nothing is ever deleted',
  access: 'register.write',
  params: EntryOf,
  body: z.object({
    /** The first day on which it no longer counts; null restores it. */
    retiredOn: PlainDateText.nullable(),
    reason: z.string().max(1000).regex(SAYS_SOMETHING),
    version: Version,
    writeId: z.uuid(),
  }),
  response: AssetEntryDetail,
  refusals: ['record.not-found', 'access.denied', 'edit.conflict', 'asset-entry.name-taken'],
  since: '0.1.0',
});

export const exportAssetRegister = route({
  method: 'GET',
  path: '/asset-registers/:register/file',
  operationId: 'exportAssetRegister',
  summary: 'The entries of a register as .xlsx, which comes back by import',
  access: 'register.read',
  params: RegisterOf,
  response: FileAnswer,
  answers: 'file',
  refusals: ['record.not-found'],
  since: '0.1.0',
});

/** What is wrong with a cell of a workbook; details of `asset-register.import-invalid`. */
export const AssetSheetProblem = z.object({
  cell: z.string(),
  code: z.enum(ASSET_SHEET_PROBLEMS),
  value: z.string(),
});
export type AssetSheetProblem = z.infer<typeof AssetSheetProblem>;

/** What is wrong with a field of an entry; details of `asset-entry.invalid`. */
export const AssetFieldProblem = z.object({ field: z.string(), code: z.enum(ASSET_FIELD_PROBLEMS) });
export type AssetFieldProblem = z.infer<typeof AssetFieldProblem>;

export const importAssetRegister = route({
  method: 'POST',
  path: '/asset-registers/:register/import',
  operationId: 'importAssetRegister',
  summary: 'Add and change entries from an .xlsx workbook, all or nothing; a dry run saves nothing',
  access: 'register.write',
  params: RegisterOf,
  query: z.object({ dryRun: z.enum(['yes', 'no']) }),
  body: 'multipart',
  response: z
    .object({
      added: z.array(z.string()),
      changed: z.array(z.string()),
      unchanged: z.number().int(),
      isSaved: z.boolean(),
    })
    .meta({ id: 'AssetImport' }),
  refusals: [
    ...(['record.not-found', 'asset-register.import-invalid', 'file.missing'] as const),
    ...(['file.broken', 'file.empty', 'file.too-complex'] as const),
  ],
  since: '0.1.0',
});

export const listIndicatorFigures = route({
  method: 'GET',
  path: '/asset-figures',
  operationId: 'listAssetFigures',
  summary: 'The data items of an index that registers compute by themselves, for a year',
  access: 'register.read',
  query: z.object({
    framework: z.string().max(60),
    /** An organization whose index it is; the whole province without it. */
    organization: z.string().max(40).optional(),
    year: z.coerce.number().int().min(2000).max(2100),
  }),
  response: z
    .object({ scope: Scope, items: z.array(AssetFigureView), total: z.number().int() })
    .meta({ id: 'AssetFigureList' }),
  since: '0.1.0',
});
