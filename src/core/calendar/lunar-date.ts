import { plainDate, type PlainDate } from '#core/kernel/plain-date.ts';
import { addDays, daysBetween } from './day-arithmetic.ts';

/*
 * The lunar calendar of Viet Nam: months begin on the day of the new moon at UTC+7, and the eleventh month holds the
 * winter solstice. New moons and the sun's longitude by Meeus, Astronomical Algorithms, 2nd ed., chapters 49 and 25, in the
 * short form of Hồ Ngọc Đức (https://www.informatik.uni-leipzig.de/~duc/amlich/), exact to minutes for this century.
 * Doubles: what is looked for are days.
 */

const SYNODIC_MONTH = 29.530588853;
/** The new moon of 1900-01-01 13:52 UTC, which the months are counted from, as a Julian day. */
const FIRST_NEW_MOON = 2415021.076998695;
const JULIAN_DAY_OF_2000 = 2451545;
const DAY_OF_2000 = plainDate('2000-01-01');
const HOURS_AHEAD = 7;
const RADIANS = Math.PI / 180;
const CENTURY_DAYS = 36525;

const julianDayOf = (day: PlainDate): number => JULIAN_DAY_OF_2000 + daysBetween(DAY_OF_2000, day);
const dayOf = (julianDay: number): PlainDate => addDays(DAY_OF_2000, julianDay - JULIAN_DAY_OF_2000);

/** The instant of a new moon, counted from 1900, as a Julian day in universal time. */
const newMoonAt = (count: number): number => {
  const t = count / 1236.85;
  const [t2, t3] = [t * t, t * t * t];
  const mean =
    2415020.75933 +
    29.53058868 * count +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t2) * RADIANS);
  const sun = (359.2242 + 29.10535608 * count - 0.0000333 * t2 - 0.00000347 * t3) * RADIANS;
  const moon = (306.0253 + 385.81691806 * count + 0.0107306 * t2 + 0.00001236 * t3) * RADIANS;
  const node = (21.2964 + 390.67050646 * count - 0.0016528 * t2 - 0.00000239 * t3) * RADIANS;
  const correction =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * node) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * node + sun) -
    0.0004 * Math.sin(2 * node - sun) -
    0.0006 * Math.sin(2 * node + moon) +
    0.001 * Math.sin(2 * node - moon) +
    0.0005 * Math.sin(2 * moon + sun);
  const clockError = -0.000278 + 0.000265 * t + 0.000262 * t2;
  return mean + correction - clockError;
};

/** The Julian day, at UTC+7, on which a month begins. */
const newMoonDay = (count: number): number => Math.floor(newMoonAt(count) + 0.5 + HOURS_AHEAD / 24);

/** In which twelfth of its yearly way the sun stands when a day at UTC+7 begins: 9 from the winter solstice on. */
const sunSectorAt = (julianDay: number): number => {
  const t = (julianDay - 0.5 - HOURS_AHEAD / 24 - JULIAN_DAY_OF_2000) / CENTURY_DAYS;
  const anomaly = (357.5291 + 35999.0503 * t - 0.0001559 * t * t) * RADIANS;
  const mean = 280.46645 + 36000.76983 * t + 0.0003032 * t * t;
  const longitude =
    mean +
    (1.9146 - 0.004817 * t) * Math.sin(anomaly) +
    0.019993 * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
};

const WINTER_SOLSTICE = 9;

/** The count of the new moon that begins the eleventh month of a year. */
const eleventhMonthOf = (year: number): number => {
  const end = julianDayOf(plainDate(`${String(year)}-12-31`));
  const count = Math.floor((end - FIRST_NEW_MOON) / SYNODIC_MONTH);
  return sunSectorAt(newMoonDay(count)) >= WINTER_SOLSTICE ? count - 1 : count;
};

/** Which month after the eleventh is the leap month of a year of thirteen: the first in which the sun changes no sector. */
const leapOffset = (eleventh: number): number => {
  for (let offset = 1; offset < 14; offset += 1) {
    if (sunSectorAt(newMoonDay(eleventh + offset)) === sunSectorAt(newMoonDay(eleventh + offset + 1))) {
      return offset;
    }
  }
  return 0;
};

/**
 * The day of a date of the lunar calendar of Viet Nam, in a month that is no leap month.
 * The lunar year is named by the year in which it begins; exact from 1900 to 2100.
 */
export const dayOfLunarDate = (year: number, month: number, day: number): PlainDate => {
  const [before, after] = [eleventhMonthOf(year - 1), eleventhMonthOf(year)];
  const isLate = month >= 11;
  const from = isLate ? after : before;
  const plainOffset = isLate ? month - 11 : month + 1;
  const months = isLate ? eleventhMonthOf(year + 1) - after : after - before;
  const leap = months > 12 ? leapOffset(from) : Number.POSITIVE_INFINITY;
  const offset = plainOffset >= leap ? plainOffset + 1 : plainOffset;
  return dayOf(newMoonDay(from + offset) + day - 1);
};

/** The first day of the lunar year that begins in a year. */
export const findLunarNewYear = (year: number): PlainDate => dayOfLunarDate(year, 1, 1);

/** The anniversary of the Hùng kings: the tenth day of the third lunar month. */
export const findHungKingsDay = (year: number): PlainDate => dayOfLunarDate(year, 3, 10);
