import { existsOn, type Organization } from '#core/organization/organization.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { DataItem } from '#core/scoring/data-value.ts';
import { type ComponentIndicator, type Framework, listIndicators } from '#core/scoring/framework.ts';
import { listRuleMeasures } from '#core/scoring/rule-parts.ts';
import { kindsOfSubjects } from '#core/scoring/subject-kind.ts';
import type { TaskRole } from '#core/task-progress/task-role.ts';

/** One organization is asked for one data item of one subject, or for the progress of a task. */
export interface RoundRequest {
  readonly organizationCode: string;
  /** Whom the figure describes: the province, the organization itself, or, of a sum, the part that it gives. */
  readonly subjectCode: string;
  readonly itemCode: string;
  /** The indicator under which the item stands in the form. */
  readonly indicatorCode: string;
  /** `part`: the province's figure is the sum of what the organizations give. */
  readonly share: 'whole' | 'part';
  /** The task whose progress is asked for instead of a figure, and the organization's part in it. */
  readonly task?: { readonly id: string; readonly role: TaskRole };
}

/** What the requests of a round follow from. */
export interface RequestBasis {
  readonly framework: Framework;
  readonly organizations: readonly Organization[];
  /** The unit that a framework of the province scores. */
  readonly provinceCode: string;
  /** Only organizations that exist on this day are asked. */
  readonly day: PlainDate;
}

interface ItemOfIndicator {
  readonly item: DataItem;
  readonly indicator: ComponentIndicator;
}

// Who gives a numerator and a denominator is not asked for the rate between them.
const listRatesOfFractions = (indicator: ComponentIndicator): readonly string[] =>
  listRuleMeasures(indicator.rule).flatMap(({ fraction, rate }) => (fraction && rate !== null ? [rate] : []));

// An item that several indicators use is asked for once, under the first.
const listItems = (framework: Framework): readonly ItemOfIndicator[] => {
  const items = new Map(framework.dataItems.map((item) => [item.code, item]));
  const seen = new Set<string>();
  const rates = new Set(listIndicators(framework).flatMap(listRatesOfFractions));
  return listIndicators(framework).flatMap((indicator) =>
    indicator.dataItems.flatMap((code) => {
      const item = items.get(code);
      if (!item || seen.has(code) || rates.has(code)) return [];
      seen.add(code);
      return [{ item, indicator }];
    }),
  );
};

/**
 * Whether figures of parts add up to that of the whole. Counts and amounts do; percentages and other rates never: their
 * numerators and denominators are items of their own.
 */
export const addsUp = (item: DataItem): boolean =>
  item.kind === 'number' && !item.unit.en.includes('%') && !item.unit.en.startsWith('per ');

const listMembers = (group: Organization, { organizations, day }: RequestBasis): readonly Organization[] =>
  organizations.filter((member) => group.memberKinds.includes(member.kind) && existsOn(member, day));

/**
 * The agency that leads most indicators of a framework: it is asked for what no agency leads and for what does not add
 * up. Undefined where the framework names no agency.
 */
export const findFocalAgency = (
  framework: Framework,
  organizations: readonly Organization[],
): string | undefined => {
  const groups = new Set(organizations.filter(({ kind }) => kind === 'group').map(({ code }) => code));
  const counts = new Map<string, number>();
  for (const { organizationCode } of listIndicators(framework).flatMap(({ leadAgencies }) => leadAgencies)) {
    if (organizationCode === null || groups.has(organizationCode)) continue;
    counts.set(organizationCode, (counts.get(organizationCode) ?? 0) + 1);
  }
  const [first] = [...counts].toSorted(([, one], [, other]) => other - one);
  return first?.[0];
};

const askProvince = (
  basis: RequestBasis,
  focalCode: string | undefined,
  { item, indicator }: ItemOfIndicator,
): readonly RoundRequest[] => {
  const { organizations, provinceCode, day } = basis;
  const whole = (organizationCode: string): RoundRequest => ({
    ...{ organizationCode, subjectCode: provinceCode, itemCode: item.code },
    ...{ indicatorCode: indicator.code, share: 'whole' },
  });
  const leads = indicator.leadAgencies
    .map(({ organizationCode }) => organizations.find(({ code }) => code === organizationCode))
    .filter((lead) => lead !== undefined)
    .filter((lead) => existsOn(lead, day));
  const single = leads.find(({ kind }) => kind !== 'group');
  if (single) return [whole(single.code)];
  const members = addsUp(item) ? leads.flatMap((group) => listMembers(group, basis)) : [];
  if (members.length === 0) return focalCode === undefined ? [] : [whole(focalCode)];
  return [...new Set(members.map(({ code }) => code))].map((code) => ({
    ...whole(code),
    ...{ subjectCode: code, share: 'part' },
  }));
};

/**
 * Proposes whom a round on a framework asks for what. Agencies and communes answer for themselves; the province's items
 * are asked of the agency that leads the indicator, or of each member of the group that leads it where parts add up.
 */
export const proposeRequests = (basis: RequestBasis): readonly RoundRequest[] => {
  const { framework, organizations, day } = basis;
  const items = listItems(framework);
  if (framework.subjectKind === 'province') {
    const focalCode = findFocalAgency(framework, organizations);
    return items.flatMap((entry) => askProvince(basis, focalCode, entry));
  }
  const kinds = kindsOfSubjects(framework.subjectKind);
  return organizations
    .filter((organization) => kinds.includes(organization.kind) && existsOn(organization, day))
    .flatMap(({ code }) =>
      items.map(({ item, indicator }) => ({
        ...{ organizationCode: code, subjectCode: code, itemCode: item.code },
        ...{ indicatorCode: indicator.code, share: 'whole' as const },
      })),
    );
};
