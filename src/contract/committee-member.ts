import { z } from 'zod';

/** A member of the steering committee as lists name one. */
export const CommitteeMemberName = z
  .object({
    id: z.uuid(),
    /** Null where it was erased. */
    name: z.string().nullable(),
    office: z.string().nullable(),
    area: z.string(),
    /** An invented membership of the demonstration. */
    isSimulated: z.boolean(),
    /** It is the membership of the person who asks. */
    isOwn: z.boolean(),
  })
  .meta({ id: 'CommitteeMemberName' });
export type CommitteeMemberName = z.infer<typeof CommitteeMemberName>;
