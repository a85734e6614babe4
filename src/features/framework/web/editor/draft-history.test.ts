import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import framework2025 from '#data/frameworks/dti-province-2025.json' with { type: 'json' };
import type { Framework } from '#core/scoring/framework.ts';
import { beginHistory, redoChange, undoChange, withChange, type EditorPlace } from './draft-history.ts';

const original = framework2025 as unknown as Framework;
const named = (name: string): Framework => ({ ...original, title: { vi: name, en: name } });
const at = (code: string): EditorPlace => ({ part: 'chi-so', code });

describe('the history of a draft', () => {
  it('goes back through any changes and forth again, and shows where each was made', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 20 }), (names) => {
        const states = [original, ...names.map(named)];
        let history = states
          .slice(1)
          .reduce((before, next, step) => withChange(before, next, at(String(step))), beginHistory(original));
        for (let step = names.length - 1; step >= 0; step -= 1) {
          const stepped = undoChange(history)!;
          expect([stepped.history.draft, stepped.place]).toEqual([states[step], at(String(step))]);
          history = stepped.history;
        }
        expect(undoChange(history)).toBeUndefined();
        names.forEach((_, step) => {
          const stepped = redoChange(history)!;
          expect([stepped.history.draft, stepped.place]).toEqual([states[step + 1], at(String(step))]);
          history = stepped.history;
        });
        expect(redoChange(history)).toBeUndefined();
      }),
    );
  });

  it('takes what was typed into one field back at once', () => {
    const typed = ['a', 'ab', 'abc'].reduce(
      (history, name, letter) => withChange(history, named(name), at('6.4'), letter > 0),
      beginHistory(original),
    );
    expect(undoChange(typed)?.history.draft).toBe(original);
  });

  it('forgets what was taken back once something else is changed', () => {
    const undone = undoChange(withChange(beginHistory(original), named('a'), at('1')))!.history;
    expect(redoChange(withChange(undone, named('b'), at('2')))).toBeUndefined();
  });
});
