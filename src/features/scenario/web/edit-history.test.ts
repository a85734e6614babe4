import { describe, expect, it } from 'vitest';
import { NO_CHANGES } from '#core/scenario/change-set.ts';
import { reported } from '#core/scoring/data-value.ts';
import { edit, endTopic, redo, startHistory, undo } from './edit-history.ts';

const set = (value: string) => new Map([['a', reported(value)]]);

describe('undoing edits', () => {
  it('takes back and does again, step by step', () => {
    const one = edit(startHistory(NO_CHANGES), set('1'), null);
    const two = edit(one, set('2'), null);
    expect(undo(two).present).toBe(one.present);
    expect(undo(undo(two)).present).toBe(NO_CHANGES);
    expect(redo(undo(two)).present).toBe(two.present);
    expect(undo(startHistory(NO_CHANGES)).present).toBe(NO_CHANGES);
    expect(redo(two)).toBe(two);
  });

  it('counts typing on in one cell as one step, until the cell is left', () => {
    const typed = ['5', '57', '57.6'].reduce(
      (history, text) => edit(history, set(text), 'a'),
      startHistory(NO_CHANGES),
    );
    expect(undo(typed).present).toBe(NO_CHANGES);
    const later = edit(endTopic(typed), set('60'), 'a');
    expect(undo(later).present.get('a')).toEqual(reported('57.6'));
  });

  it('forgets what was undone once something else is done', () => {
    const other = edit(undo(edit(startHistory(NO_CHANGES), set('1'), null)), set('2'), null);
    expect(redo(other).present.get('a')).toEqual(reported('2'));
    expect(other.future).toEqual([]);
  });

  it('makes no step of an edit that changes nothing', () => {
    const one = edit(startHistory(NO_CHANGES), set('1'), null);
    expect(edit(one, set('1'), null)).toBe(one);
  });
});
