import { decimal, type Decimal } from '#core/kernel/decimal.ts';
import type { ShareText } from './rule.ts';

/** The form of a share: a decimal of zero or more, or a fraction such as `1/3`. */
export const SHARE_TEXT = /^\d{1,12}(\.\d{1,30})?$|^\d{1,6}\/[1-9]\d{0,5}$/;

/** Reads a share. Throws on anything else: frameworks are checked before they are used. */
export const readShare = (text: ShareText): Decimal => {
  const [numerator = '', denominator] = text.split('/');
  return denominator === undefined ? decimal(numerator) : decimal(numerator).dividedBy(denominator);
};
