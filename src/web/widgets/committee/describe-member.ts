import type { CommitteeMemberName } from '#contract/committee-member.ts';
import type { committeeWords } from './messages.ts';

type Words = (typeof committeeWords)['vi'];

/** Who somebody is: the name with the mark of what is invented, or the office where the name was erased. */
export const describePerson = (
  { name, office, isSimulated }: Pick<CommitteeMemberName, 'name' | 'office' | 'isSimulated'>,
  words: Words,
): string => {
  const who = name ?? (office === null ? words.nameErased : `${words.nameErased} (${office})`);
  return isSimulated ? `${who} (${words.simulated})` : who;
};

/** A member as a choice: the area, and whose it is. */
export const describeChoice = (member: CommitteeMemberName, words: Words): string => {
  const who = describePerson(member, words);
  return member.isOwn ? words.ownOption(member.area, who) : words.option(member.area, who);
};
