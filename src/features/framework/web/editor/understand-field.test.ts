import { describe, expect, it } from 'vitest';
import { vi as messages } from '#features/framework/web/messages.vi.ts';
import { typedField, understandField } from './understand-field.ts';

const words = messages.editor;
const read = (
  typed: string,
  type: Parameters<typeof understandField>[1]['type'],
  blank?: 'null' | 'absent',
) => {
  const understood = understandField(typed, { type, ...(blank && { blank }) }, 'vi', words);
  return understood.isUnderstood ? understood.value : understood.sentence;
};

describe('what is typed into a field of a definition', () => {
  it('is read as a person of this language means it', () => {
    expect(read('12,50', 'decimal')).toBe('12.50');
    expect(read('1.308,9', 'decimal')).toBe('1308.9');
    expect(read('0,5', 'share')).toBe('0.5');
    expect(read('1 / 3', 'share')).toBe('1/3');
    expect(read('7', 'whole')).toBe(7);
    expect(read('2026-12-31', 'day')).toBe('2026-12-31');
    expect(read(' 6.5.a ', 'code')).toBe('6.5.a');
    expect(read(' Tên ', 'text')).toBe(' Tên ');
  });

  it('is refused with the sentence that helps', () => {
    expect(read('năm', 'decimal')).toBe(words.malformed);
    expect(read('', 'decimal')).toBe(words.malformed);
    expect(read('-1', 'share')).toBe(words.malformedShare);
    expect(read('1/0', 'share')).toBe(words.malformedShare);
    expect(read('1,5', 'whole')).toBe(words.malformedWhole);
    expect(read('31/12/2026', 'day')).toBe(words.malformedDay);
  });

  it('is none when it is blank and may be', () => {
    expect(read('', 'decimal', 'null')).toBeNull();
    expect(read(' ', 'day', 'absent')).toBeUndefined();
  });

  it('is shown as it would be typed', () => {
    expect(typedField('12.5', { type: 'decimal' }, 'vi')).toBe('12,5');
    expect(typedField('1/3', { type: 'share' }, 'vi')).toBe('1/3');
    expect(typedField(null, { type: 'decimal', blank: 'null' }, 'vi')).toBe('');
  });
});
