import { decimal } from './decimal.ts';
import { findPlainDate, isPlainDate, type PlainDate } from './plain-date.ts';
import type { SheetCell } from './sheet.ts';
import { tidy } from './text.ts';

const VIETNAMESE_DAY = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const SERIAL_OF_1970 = 25_569;

// Spreadsheets count days; the fields of a day follow from the count (Howard Hinnant, "chrono-compatible date algorithms").
const dayOfSerial = (serial: number): PlainDate | undefined => {
  const shifted = serial - SERIAL_OF_1970 + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return findPlainDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
};

/** The day that a text means: `31/12/2026`, `2026-12-31`. */
export const findDayOfText = (written: string): PlainDate | undefined => {
  const text = tidy(written);
  if (isPlainDate(text)) return text;
  const [, day, month, year] = VIETNAMESE_DAY.exec(text) ?? [];
  return year === undefined ? undefined : findPlainDate(Number(year), Number(month), Number(day));
};

/** The day that a cell means: a text, or the number by which spreadsheets count days. */
export const findDayOfCell = (cell: SheetCell): PlainDate | undefined => {
  if (cell.kind === 'number') {
    const serial = decimal(cell.number);
    return serial.isInteger() && serial.greaterThan(20_000) && serial.lessThan(100_000)
      ? dayOfSerial(serial.toNumber())
      : undefined;
  }
  return cell.kind === 'text' ? findDayOfText(cell.text) : undefined;
};
