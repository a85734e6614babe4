import { searchKey } from '#core/kernel/text.ts';
import { listSpellings, type NamedOrganization } from './directory.ts';
import { organizationKey } from './spelling.ts';

/** As typed and with abbreviations written out: "UBND tỉnh" is looked for among committees that spell themselves in full. */
const keysOf = (words: string): readonly string[] => [searchKey(words), searchKey(organizationKey(words))];

/** Tells whether words that somebody types, with or without diacritics, are part of a spelling of an organization. */
export const isFoundByWords = (organization: NamedOrganization, words: string): boolean => {
  const wanted = keysOf(words);
  return listSpellings(organization)
    .flatMap(keysOf)
    .some((key) => wanted.some((one) => key.includes(one)));
};
