import { v7 as newId } from 'uuid';
import { addCommitteeMember, changeCommitteeMember } from '#features/steering-committee/contract.ts';
import type { Caller } from './api.ts';

/** A member of the steering committee as a coordinator enters it, with no area yet. */
export const MEMBER = {
  ...{ accountId: null, name: 'Nguyễn Văn Thử', office: 'Giám đốc Sở Nội vụ', post: 'member' },
  ...{
    area: 'Nhân lực số',
    validFrom: '2026-07-01',
    validTo: null,
    docNumber: '12/QĐ-BCĐ',
    docDay: '2026-06-30',
  },
  parts: [] as readonly object[],
};

/** Enters and changes members of the steering committee; each has a name of its own. */
export const committeeCalls = (coordinator: () => Caller) => {
  let count = 0;
  const add = (change: object = {}) => {
    count += 1;
    const name = `Nguyễn Văn Thử ${String(count)}`;
    return coordinator().call(addCommitteeMember, { body: { ...MEMBER, name, writeId: newId(), ...change } });
  };
  const idOf = async (parts: readonly object[], change: object = {}): Promise<string> =>
    (await add({ parts, ...change })).body.id;
  const edit = (id: string, change: object) =>
    coordinator().call(changeCommitteeMember, {
      params: { id },
      body: { ...MEMBER, name: `Nguyễn Văn Thử ${id}`, version: 1, writeId: newId(), ...change },
    });
  return { add, idOf, edit };
};
