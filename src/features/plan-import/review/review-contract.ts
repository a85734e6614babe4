import { z } from 'zod';
import { REVIEW_FIELDS, REVIEW_STATES } from '#core/plan-review/review-step.ts';
import { route } from '#contract/route.ts';

const ReadingId = z.string().min(1).max(80);

const FieldChange = z.object({ field: z.enum(REVIEW_FIELDS), text: z.string().max(10_000) });

/** One deed of a reviewer; undo takes back the last one that still stands, whoever made it. */
export const ReviewStepInput = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('accept'),
      items: z.array(ReadingId).min(1).max(10_000).readonly(),
      /** Where the register says otherwise, the values of the file replace the registered ones. */
      replaces: z.boolean(),
    }),
    z.object({
      kind: z.literal('correct'),
      item: ReadingId,
      changes: z.array(FieldChange).min(1).max(40).readonly(),
    }),
    z.object({ kind: z.literal('merge'), item: ReadingId }),
    z.object({ kind: z.literal('split'), item: ReadingId, at: z.number().int().min(1).max(100_000) }),
    z.object({ kind: z.literal('reject'), item: ReadingId, reason: z.string().max(500).nullable() }),
    /** The item says again what a registered item of another document says: it becomes a mention of that one. */
    z.object({ kind: z.literal('same'), item: ReadingId, registered: z.uuid() }),
    /** The item is not that one, however alike: it is not offered again. */
    z.object({ kind: z.literal('distinct'), item: ReadingId, registered: z.uuid() }),
    /** The file is that registered document, or is another one, however alike. */
    z.object({ kind: z.literal('same-document'), registered: z.uuid() }),
    z.object({ kind: z.literal('distinct-document'), registered: z.uuid() }),
    z.object({ kind: z.literal('undo') }),
  ])
  .meta({ id: 'ReviewStep' });
export type ReviewStepInput = z.infer<typeof ReviewStepInput>;

/** Where one item of a file stands in its review. */
export const ItemReview = z
  .object({
    state: z.enum(REVIEW_STATES),
    replaces: z.boolean(),
    reason: z.string().nullable(),
    /** The registered item of another document that it says again. */
    sameAs: z.uuid().nullable(),
    /** Reading ids of items that were merged into this one. */
    merged: z.array(z.string()),
    correctedFields: z.array(z.string()),
    /** What a person can correct, each field as it would be typed. */
    fields: z.array(FieldChange),
    /** The item of the same kind above it, which it can be merged with. */
    above: z.string().nullable(),
  })
  .meta({ id: 'ItemReview' });
export type ItemReview = z.infer<typeof ItemReview>;

/** How far the review of a file has come. */
export const ReviewProgress = z
  .object({
    /** Number of steps made, undone ones and undoing included. */
    version: z.number().int(),
    /** Number of steps that stand and can be undone. */
    standing: z.number().int(),
    pending: z.number().int(),
    accepted: z.number().int(),
    rejected: z.number().int(),
  })
  .meta({ id: 'ReviewProgress' });
export type ReviewProgress = z.infer<typeof ReviewProgress>;

export const addReviewStep = route({
  method: 'POST',
  path: '/plan-imports/:id/review-steps',
  operationId: 'addReviewStep',
  summary:
    'Keeps one step of the review of a draft: accept, correct, merge, split, reject, same as or distinct from a registered item or document, or undo; the registers do not change yet',
  access: 'plan.import',
  params: z.object({ id: z.uuid() }),
  body: z
    .object({
      /** Made by the client: the same step sent again is kept once. */
      writeId: z.uuid(),
      /** Number of steps that the client has seen. */
      version: z.number().int().min(0),
      step: ReviewStepInput,
    })
    .meta({ id: 'NewReviewStep' }),
  response: z
    .object({
      ...ReviewProgress.shape,
      /** Of an undo: the items that the step taken back had named. */
      undone: z.array(z.string()),
    })
    .meta({ id: 'KeptReviewStep' }),
  refusals: [
    'record.not-found',
    'edit.conflict',
    'plan-import.already-accepted',
    'plan-import.discarded',
    'plan-import.undone',
    'plan-import.unknown-item',
    'plan-import.not-alike',
    'plan-review.nothing-to-undo',
    'plan-review.unreadable-field',
    'plan-review.nothing-above',
    'plan-review.nothing-to-split',
  ],
  since: '0.1.0',
});
