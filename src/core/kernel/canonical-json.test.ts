import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type JsonValue } from './canonical-json.ts';

const json = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'grapheme', maxLength: 4 }), tie('value'), { maxKeys: 4 }),
  ),
})).value;

const shuffled = (value: JsonValue): JsonValue => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(shuffled);
  const members = Object.entries(value as Readonly<Record<string, JsonValue>>);
  return Object.fromEntries(members.reverse().map(([key, member]) => [key, shuffled(member)]));
};

// −0 is the one number whose text is that of another.
const withoutMinusZero = (value: JsonValue): unknown => JSON.parse(JSON.stringify(value));

describe('the canonical text of a JSON value', () => {
  it('has keys in order and no spaces', () => {
    expect(canonicalJson({ b: [1, 'hai', null], a: { z: true, y: false } })).toBe(
      '{"a":{"y":false,"z":true},"b":[1,"hai",null]}',
    );
  });

  it('orders keys by code units and escapes as RFC 8785 shows', () => {
    const value = { '€': 'Euro', '\r': 'CR', '1': 'one', ö: 'o', '</script>': 'b', '\u0080': 'control' };
    expect(canonicalJson(value)).toBe(
      '{"\\r":"CR","1":"one","</script>":"b","\u0080":"control","ö":"o","€":"Euro"}',
    );
    expect(canonicalJson('\u000f\n"\\\u2028đ')).toBe('"\\u000f\\n\\"\\\\\u2028đ"');
  });

  it('does not depend on the order in which members were written', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('says the value and nothing else: reading it gives the value back', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(withoutMinusZero(value));
      }),
    );
  });

  it('leaves out what is not there', () => {
    expect(canonicalJson({ a: undefined, b: 0 })).toBe('{"b":0}');
  });

  it.each([NaN, Infinity, -Infinity])('refuses %s, which JSON does not have', (number) => {
    expect(() => canonicalJson({ number })).toThrow(RangeError);
  });

  it('refuses half a surrogate pair, which has no bytes of its own', () => {
    expect(() => canonicalJson('\ud800')).toThrow(RangeError);
  });
});
