import type { RefusalCode } from './codes.ts';

/** Facts that a sentence about the refusal may mention: the field, the line, the limit. Never prose. */
export type RefusalDetails = Readonly<Record<string, unknown>>;

/** A "no" that the caller must handle. It is a value: an exception is a bug. */
export interface Refusal<Code extends RefusalCode = RefusalCode> {
  readonly refused: true;
  readonly code: Code;
  readonly details: RefusalDetails;
}

/** Makes a refusal of the given code. */
export const refuse = <Code extends RefusalCode>(
  code: Code,
  details: RefusalDetails = {},
): Refusal<Code> => ({
  refused: true,
  code,
  details,
});

/** Tells a refusal from a result. */
export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
