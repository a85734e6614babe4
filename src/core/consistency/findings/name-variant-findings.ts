import { buildStatedFinding, statementAt } from '#core/consistency/build-finding.ts';
import type { Finding } from '#core/consistency/finding.ts';
import type { AgencyRecord, ConsistencyInput, ItemPlace } from '#core/consistency/records/records.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { placeTones, tidy } from '#core/kernel/text.ts';
import { looseOrganizationKey } from '#core/organization/spelling.ts';

interface Mention {
  readonly agency: AgencyRecord;
  readonly place: ItemPlace;
  readonly written: string;
}

const listMentions = (input: ConsistencyInput): readonly Mention[] =>
  [
    ...input.tasks.map(({ place, leads, coordinating }) => ({
      place,
      agencies: [...leads, ...coordinating],
    })),
    ...input.targets.map(({ place, leads }) => ({ place, agencies: leads })),
    ...input.projects.map(({ place, investors }) => ({ place, agencies: investors })),
  ].flatMap(({ place, agencies }) =>
    agencies
      .filter(({ code, kind }) => code !== null && kind !== 'group')
      .map((agency) => ({ agency, place, written: placeTones(tidy(agency.asWritten)) })),
  );

// The short form that everybody uses is no other name; other words are, and so are other capitals of the full form.
const isFullForm = (name: string): boolean => !/\p{Lu}{2}|&/u.test(name);

const spellingOf = ({ written }: Mention): string =>
  isFullForm(written)
    ? `${looseOrganizationKey(written)} ${written.replace(/ (?:tỉnh|Tỉnh).*$/u, '')}`
    : looseOrganizationKey(written);

const isAnotherSpelling = (spellings: readonly Mention[]): readonly Mention[] => {
  const full = spellings.filter(({ written }) => isFullForm(written));
  const keys = new Set(spellings.map(({ written }) => looseOrganizationKey(written)));
  return full.length > 1 || keys.size > 1 ? spellings : [];
};

/** Organizations whose names documents spell in several ways: in other words, or with other capitals. */
export const findNameVariants = (input: ConsistencyInput): readonly Finding[] =>
  [...groupBy(listMentions(input), ({ agency }) => agency.code).values()].flatMap((mentions) => {
    const spellings = [...groupBy(mentions, spellingOf).values()].flatMap(([first]) =>
      first ? [first] : [],
    );
    const variants = isAnotherSpelling(spellings);
    return variants.length < 2
      ? []
      : [
          buildStatedFinding({
            ...{ kind: 'name-variant', severity: 'low' },
            subject: variants[0]?.agency.name ?? '',
            statements: variants.map(({ place, written }) => ({
              ...statementAt('organization', place, written),
              agencies: [written],
            })),
          }),
        ];
  });
