import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { COMMITTEE_POSTS } from '#core/steering-committee/committee-member.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import { isRefusal } from '#core/kernel/refusal.ts';
import committee from '#data/demonstration/steering-committee.json' with { type: 'json' };
import { findAccount } from '#features/account/store.ts';
import type { MemberInput } from '#features/steering-committee/contract.ts';
import { addMember, hasCommittee } from '#features/steering-committee/write-member.ts';
import { processCaller } from '#server/db/audit.ts';
import type { Db } from '#server/db/database.ts';
import { resolvePlaces } from '#server/registers/document-places.ts';

const SINCE = plainDate('2026-01-01');

const Code = z.object({ kind: z.enum(['organization', 'indicator']), code: z.string() });
const Section = z.object({ kind: z.literal('section'), reading: z.string(), section: z.string().nullable() });

// The plans name no division of areas: who answers for what is invented, and marked so. Members are named by their offices.
const members = z
  .array(
    z.object({
      username: z.string().nullable(),
      name: z.string().nullable(),
      post: z.enum(COMMITTEE_POSTS),
      area: z.string(),
      parts: z.array(z.union([z.object({ kind: z.literal('province') }), Code, Section])),
    }),
  )
  .parse(committee);

const placeOf = (reading: string) => ({ document: reading, line: 1 });

/** Enters the committee of the demonstration, after its plans and accounts, unless there is one. */
export const enterDemonstrationCommittee = async (db: Db, clock: Clock): Promise<void> => {
  if (await hasCommittee(db)) return;
  const writer = { db, clock, caller: processCaller('demonstration'), accountId: null };
  const readings = members.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'section' ? [placeOf(part.reading)] : [])),
  );
  const resolve = await resolvePlaces(db, readings);
  for (const { username, parts, ...member } of members) {
    const account = username === null ? undefined : await findAccount(db, username);
    const entered = await addMember(
      writer,
      {
        ...{
          ...member,
          accountId: account?.accountId ?? null,
          office: null,
          validFrom: SINCE,
          validTo: null,
        },
        ...{ docNumber: null, docDay: null, writeId: newId() },
        parts: parts.flatMap((part): MemberInput['parts'] => {
          if (part.kind !== 'section') return [part];
          const documentId = resolve(placeOf(part.reading))?.documentId ?? null;
          return documentId === null ? [] : [{ kind: 'section', documentId, section: part.section }];
        }),
      },
      true,
    );
    if (isRefusal(entered)) throw new Error(`The committee of the demonstration: ${entered.code}`);
  }
};
