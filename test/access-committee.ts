import { v7 as newId } from 'uuid';
import { addCommitteeMember } from '#features/steering-committee/contract.ts';
import type { AccessCase } from './access-case.ts';
import type { TestApi } from './api.ts';

/** The membership of an account, recorded where it has none yet. */
const membershipOf = async ({ db, as }: TestApi, username: string): Promise<string> => {
  const { account_id: accountId } = await db
    .selectFrom('account')
    .select('account_id')
    .where('username', '=', username)
    .executeTakeFirstOrThrow();
  const known = await db
    .selectFrom('committee_member')
    .select('committee_member_id as id')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (known) return known.id;
  const added = await as('coordinator').call(addCommitteeMember, {
    body: {
      ...{ accountId, name: null, office: null, post: 'member', area: 'Dữ liệu số', writeId: newId() },
      ...{ validFrom: '2026-01-01', validTo: null, docNumber: null, docDay: null, parts: [] },
    },
  });
  return added.body.id;
};

/** Looking at an area: who oversees the whole at any, a member with the account of an agency at the own alone. */
export const readAreas = async (api: TestApi): Promise<readonly AccessCase[]> => [
  {
    ...{ name: 'the area of the reporter', relations: ['own'] },
    input: { params: { id: await membershipOf(api, 'stp-can-bo') } },
    who: 'coordinator leader auditor reporter:own',
  },
  {
    ...{ name: 'the area of another', relations: ['other'] },
    input: { params: { id: await membershipOf(api, 'snv-can-bo') } },
  },
];
