import { describe, expect, it } from 'vitest';
import { imputePanel, type Panel, type PanelImputation } from './impute-panel.ts';

const NONE = Number.NaN;

/** One subject over seven years, and one without any number. Rows need not be in order. */
const panel: Panel = {
  subjects: [...Array.from({ length: 7 }, () => 'A'), 'B'],
  times: [2024, 2018, 2019, 2020, 2021, 2022, 2023, 2020],
  values: { x: Float64Array.of(NONE, NONE, 4, NONE, NONE, 10, NONE, NONE) },
};

const fill = (method: PanelImputation) => imputePanel(panel, method);

describe('gaps in time', () => {
  it.each([
    // approx(2018:2024, c(NA, 4, NA, NA, 10, NA, NA), xout = 2018:2024, rule = 2, method = …)$y in R
    [{ kind: 'linear' }, [10, 4, 4, 6, 8, 10, 10, NONE]],
    [{ kind: 'constant' }, [10, 4, 4, 4, 4, 10, 10, NONE]],
    [{ kind: 'latest', timesBack: null }, [10, NONE, 4, 4, 4, 10, 10, NONE]],
    [{ kind: 'latest', timesBack: 1 }, [NONE, NONE, 4, 4, NONE, 10, 10, NONE]],
  ] as const)('are filled by %o', (method, expected) => {
    expect([...(fill(method).values.x ?? [])]).toEqual(expected);
  });

  it('are named with the time that gave the number', () => {
    const { notes } = fill({ kind: 'latest', timesBack: 1 });
    expect(notes).toContainEqual({ subject: 'A', time: 2023, column: 'x', value: 10, from: 2022 });
    expect(notes).toHaveLength(2);
    expect(fill({ kind: 'linear' }).notes.find(({ time }) => time === 2020)?.from).toBeNull();
  });
});
