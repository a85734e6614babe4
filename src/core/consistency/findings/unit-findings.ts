import { buildStatedFinding, statementAt } from '#core/consistency/build-finding.ts';
import type { Finding } from '#core/consistency/finding.ts';
import type { ConsistencyInput, TargetRecord } from '#core/consistency/records/records.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { searchKey } from '#core/kernel/text.ts';

const NAMES_A_NUMBER = /^(?:tong )?so luong |^tong so /u;
const NAMES_A_SHARE = /^(?:ty|ti) (?:le|trong) /u;

// "Tỷ lệ tăng số doanh nghiệp: 50 doanh nghiệp" would be as wrong; densities ("/100 dân") may be called either.
const isDensity = (name: string): boolean => /(?:\/|tren) ?\d[\d.]* ?(?:dan|nguoi|ho)/u.test(name);

const contradicts = ({ name, unit, comparator, value, baseline }: TargetRecord): boolean => {
  const key = searchKey(name);
  const units = [value === null ? null : unit, baseline?.unit ?? null].filter((some) => some !== null);
  if (comparator === 'qualitative' || comparator === 'increase>=' || comparator === 'increase>') return false;
  if (NAMES_A_NUMBER.test(key) && !isDensity(key)) return units.includes('%');
  return (
    NAMES_A_SHARE.test(key) &&
    !isDensity(key) &&
    units.some((some) => !/%|diem|phan|lan/u.test(searchKey(some)))
  );
};

/** Targets whose name says a number while the value is a percentage, or the reverse: one finding per document. */
export const findUnitMismatches = (input: ConsistencyInput): readonly Finding[] =>
  [...groupBy(input.targets.filter(contradicts), ({ place }) => place.documentId).values()].map((targets) =>
    buildStatedFinding({
      ...{ kind: 'unit-mismatch', severity: 'low' },
      subject: targets[0]?.name ?? '',
      statements: targets.map(({ place, name, comparator, value, unit, year }) => ({
        ...statementAt('target', place, name),
        ...{ comparator, value, unit, year, fromYear: year },
      })),
    }),
  );
