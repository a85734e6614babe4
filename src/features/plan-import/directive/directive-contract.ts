import { z } from 'zod';
import { DIRECTIVE_KINDS, type DirectiveKind } from '#core/plan/directive.ts';
import { route } from '#contract/route.ts';
import { PlainDateText } from '#contract/schemas.ts';

// Safe: the keys of a record of these.
const KINDS = Object.keys(DIRECTIVE_KINDS) as [DirectiveKind, ...DirectiveKind[]];

const Code = z.string().min(1).max(40);
const Codes = z.array(Code).max(50);
const Words = z.string().max(2000).regex(/\S/);
const Short = z.string().max(500).regex(/\S/);

/** A directive, a conclusion or an inspection as somebody enters it by hand; agencies by their codes. */
export const DirectiveInput = z
  .object({
    kind: z.enum(KINDS),
    docNumber: z.string().max(100).regex(/\S/),
    issueDate: PlainDateText,
    /** Who issued it. */
    issuer: Code,
    /** What it is about, in one sentence. */
    subject: Words,
    tasks: z
      .array(
        z.object({
          name: Words,
          /** Of an inspection, what was found that the task is to mend. */
          finding: Words.nullable(),
          leads: Codes.min(1),
          coordinating: Codes,
          /** When it is due, in the words of the document. */
          due: Short.nullable(),
          expectedResult: Words.nullable(),
        }),
      )
      .min(1)
      .max(200),
  })
  .meta({ id: 'DirectiveInput' });
/** As it is sent. */
export type DirectiveInput = z.input<typeof DirectiveInput>;

export const enterDirective = route({
  method: 'POST',
  path: '/directives',
  operationId: 'enterDirective',
  summary:
    'Enter a directive, a conclusion or an inspection with the tasks that it gives, all or nothing; the same again changes nothing',
  access: 'plan.import',
  body: DirectiveInput,
  response: z
    .object({ documentId: z.uuid(), importId: z.uuid(), tasks: z.number().int() })
    .meta({ id: 'EnteredDirective' }),
  refusals: [
    ...(['record.not-found', 'edit.conflict', 'directive.day-ahead'] as const),
    ...(['plan-import.already-registered', 'plan-import.document-unclear'] as const),
  ],
  since: '0.1.0',
});
