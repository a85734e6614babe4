import {
  parseAgencies,
  type AgencyDirectory,
  type NamedAgency,
} from '#core/plan-reading/language/agencies.ts';
import { parseNumber } from '#core/plan-reading/language/numbers.ts';
import type { ReadingContext } from '#core/plan-reading/reading-context.ts';
import type { Budget } from '#core/plan-reading/reading.ts';

const MONEY_UNIT = /(tỷ đồng|triệu đồng|nghìn đồng|đồng|tỷ|triệu)/iu;
const UNIT_OF_AGENCY =
  /^(?:trung tâm|văn phòng|phòng|ban quản lý|chi cục|bệnh viện|trường|thư viện|bảo tàng)(?:\s|$)/iu;

/** An amount of money with its unit, from the cell, the header or the words above the table; null for an empty cell. */
export const readBudget = (raw: string | null, header: string, unitAbove: string | null): Budget | null => {
  if (raw === null) return null;
  return {
    raw,
    value: parseNumber(raw.replace(MONEY_UNIT, '').trim()) ?? null,
    unit: MONEY_UNIT.exec(`${raw} ${header}`)?.[1] ?? unitAbove,
  };
};

interface Investors {
  readonly investors: readonly string[];
  readonly investorUnit: string | null;
}

/** "Trung tâm CĐS, Sở KH&CN": a part of an agency that stands before it is the unit that does the work. */
const isUnitOf = (
  unit: NamedAgency | undefined,
  agencies: readonly NamedAgency[],
  directory: AgencyDirectory,
): boolean => {
  if (!unit || agencies.every((agency) => agency.organizationCode === null)) return false;
  if (unit.organizationCode === null) return UNIT_OF_AGENCY.test(unit.nameAsWritten);
  const parent = directory.findByCode(unit.organizationCode)?.parentCode ?? null;
  return parent !== null && agencies.some((agency) => agency.organizationCode === parent);
};

/** Who invests, and the unit of theirs that does the work. */
export const readInvestors = (raw: string | null, context: ReadingContext): Investors => {
  if (raw === null) return { investors: [], investorUnit: null };
  const { agencies } = parseAgencies(raw, context.agencies);
  const [first, ...others] = agencies;
  const unit = isUnitOf(first, others, context.agencies) ? first : undefined;
  const investors = (unit ? others : agencies).map((agency) => agency.name);
  return { investors, investorUnit: unit?.nameAsWritten ?? null };
};
