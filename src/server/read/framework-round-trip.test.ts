import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFramework, anyFrameworkWithRule } from '#test/any-framework.ts';
import { readDefinition } from '#contract/framework-file.ts';
import { isRefusal } from '#core/kernel/refusal.ts';
import { ROUNDING_MODES } from '#core/kernel/decimal.ts';
import { buildWorkbook } from '#core/scoring/definition/build-workbook.ts';
import { readSheets } from '#core/scoring/definition/read-sheets.ts';
import { RULE_KINDS } from '#core/scoring/definition/rule-shapes.ts';
import { vietnameseFields } from '#core/scoring/definition/wording/vi.ts';
import type { Framework } from '#core/scoring/framework.ts';
import {
  BLANK_POLICIES,
  NOT_APPLICABLE_POLICIES,
  TIE_POLICIES,
  ZERO_DENOMINATOR_POLICIES,
  type ScoringPolicies,
} from '#core/scoring/policies.ts';
import { readXlsx } from '#server/xlsx/read-xlsx.ts';
import { writeXlsx } from '#server/xlsx/write-xlsx.ts';

/** What the files of a framework give back, through the very bytes of a workbook and through JSON. */
const throughFiles = (framework: Framework): readonly unknown[] => {
  const sheets = readXlsx(writeXlsx(buildWorkbook(framework, vietnameseFields)));
  if (isRefusal(sheets)) throw new Error(sheets.code);
  const { definition, problems } = readSheets(sheets);
  expect(problems).toEqual([]);
  return [readDefinition(definition), readDefinition(JSON.parse(JSON.stringify(framework)))];
};

const expectNoLoss = (framework: Framework): void => {
  expect(throughFiles(framework)).toEqual([{ framework }, { framework }]);
};

const anyPolicies: fc.Arbitrary<ScoringPolicies> = fc.record(
  {
    rounding: fc.record({ places: fc.nat(12), mode: fc.constantFrom(...ROUNDING_MODES) }),
    levelRounding: fc.array(
      fc.oneof(
        fc.constant(null),
        fc.record({ places: fc.nat(12), mode: fc.constantFrom(...ROUNDING_MODES) }),
      ),
      { minLength: 1, maxLength: 5 },
    ),
    notApplicable: fc.constantFrom(...NOT_APPLICABLE_POLICIES),
    redistributeFrom: fc.nat(4),
    zeroDenominator: fc.constantFrom(...ZERO_DENOMINATOR_POLICIES),
    blank: fc.constantFrom(...BLANK_POLICIES),
    ties: fc.constantFrom(...TIE_POLICIES),
  },
  { requiredKeys: ['rounding', 'notApplicable', 'zeroDenominator'] },
);

describe('the files of a framework lose nothing', () => {
  it.each(RULE_KINDS)('of a rule of the shape %s', (kind) => {
    fc.assert(fc.property(anyFrameworkWithRule(kind), expectNoLoss), { numRuns: 15 });
  });

  it('of any policies together', () => {
    fc.assert(
      fc.property(fc.tuple(anyFramework, anyPolicies), ([framework, policies]) => {
        expectNoLoss({ ...framework, policies });
      }),
      { numRuns: 60 },
    );
  });
});
