import type { LeagueAudit, StableNumber } from '#features/ranking/contract.ts';
import type { Format } from '#web/i18n/format.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { auditMessages, type AuditWords } from './audit-messages.ts';

const MOST_DECIMALS = 3;

/** A name at the beginning of a cell or a choice. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A stable share as percent, with no digit that is not stable. */
export const writeShare = (share: StableNumber, words: AuditWords, format: Format): string => {
  if (share.kind === 'span') {
    const low = format.number(share.low * 100, { places: 0 });
    return words.span(low, format.percent(share.high * 100, { places: 0 }));
  }
  const places = Math.max(0, Math.min(share.decimals, MOST_DECIMALS) - 2);
  return format.percent(share.value * 100, { places });
};

/** The ways in which an audit writes names and numbers in the reader's language. */
export const useAuditWording = (audit: LeagueAudit) => {
  const words = useMessages(auditMessages);
  const format = useFormat();
  const pick = usePickText();
  /** `6.5 Hồ sơ trực tuyến`. */
  const nameOf = (code: string | null): string => {
    const component = audit.components.find((one) => one.code === code);
    return component ? `${component.code} ${pick(component.name)}` : words.mainIndicators;
  };
  /** A share of 1 as percent. */
  const inPercent = (share: number, places = 0): string => format.percent(share * 100, { places });
  const shareOf = (share: StableNumber): string => writeShare(share, words, format);
  /** A stable number as it is. */
  const numberOf = (number: StableNumber): string =>
    number.kind === 'span'
      ? words.span(format.number(number.low, { places: 1 }), format.number(number.high, { places: 1 }))
      : format.number(number.value, { places: Math.min(number.decimals, 1) });
  const correlation = (coefficient: number | null): string =>
    coefficient === null ? words.none : format.number(coefficient, { places: 2 });
  return { words, format, pick, nameOf, inPercent, shareOf, numberOf, correlation };
};

export type AuditWording = ReturnType<typeof useAuditWording>;
