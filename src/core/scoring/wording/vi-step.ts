import type { DataValue } from '#core/scoring/data-value.ts';
import type { NumberSpan, TextRange, TraceStep } from '#core/scoring/trace.ts';
import { isCut, placesBeside, withUnit, writeShare, writeSpan } from './number-wording.ts';
import type { WordingNames } from './scoring-wording.ts';
import { lowerFirst, number, ofMaximum, STYLE } from './vi-terms.ts';

const SHARE_PLACES = 6;

const COMPARATORS = { '=': '', '<': 'dưới ', '<=': 'không quá ', '>': 'trên ', '>=': '' } as const;

const valueWords = (item: string, value: DataValue, names: WordingNames): string => {
  if (value.state === 'blank') return 'chưa có số liệu';
  if (value.state === 'not-applicable') return 'không áp dụng';
  if (value.value === 'yes') return 'có';
  if (value.value === 'no') return 'không';
  if (!/^-?\d/.test(value.value)) return names.level(item, value.value);
  const written = withUnit(number(value.value), names.unit(item));
  const after = value.comparator === '>=' ? ' trở lên' : '';
  return `${value.comparator === '>=' ? 'từ ' : COMPARATORS[value.comparator]}${written}${after}`;
};

const equals = (span: NumberSpan | TextRange, places?: number): string =>
  isCut(span.low, places) || (span.high !== null && isCut(span.high, places)) ? '≈' : '=';

const REACHED = {
  yes: 'đạt ngưỡng',
  no: 'chưa đạt ngưỡng',
  open: 'chưa xác định được so với ngưỡng',
} as const;

const GIVEN_BY = {
  survey: 'Điểm điều tra xã hội học',
  external: 'Điểm đã công bố',
  manual: 'Điểm do hội đồng thẩm định chấm',
} as const;

const NOT_APPLICABLE = {
  zero: 'Không áp dụng cho đơn vị: tính 0 điểm',
  full: 'Không áp dụng cho đơn vị: tính điểm tối đa',
  excluded:
    'Không áp dụng cho đơn vị: không tính; điểm tối đa của nhóm chia lại theo tỷ lệ cho các chỉ số còn lại',
  redistributed: 'Không áp dụng cho đơn vị: không tính; điểm được chia đều cho các chỉ số còn lại cùng nhóm',
} as const;

const ZERO_DENOMINATOR = {
  zero: 'Mẫu số bằng 0: tính 0 điểm',
  full: 'Mẫu số bằng 0: tính điểm tối đa',
  'no-data': 'Mẫu số bằng 0: chưa tính được tỷ lệ',
  'not-applicable': 'Mẫu số bằng 0: coi là không áp dụng cho đơn vị',
} as const;

const shareSpan = (share: TextRange): string =>
  share.low === share.high ? ofMaximum(share.low) : `từ ${ofMaximum(share.low)} đến ${ofMaximum(share.high)}`;

/** Where a value lies: from which bound on, up to which. */
const place = (given: Extract<TraceStep, { kind: 'in-band' | 'on-line' }>): string => {
  const unit = given.unit?.vi ?? '';
  const value = writeSpan(given.value, STYLE, unit, placesBeside(given.value.low, given.to ?? given.from));
  const from = withUnit(number(given.from), unit);
  const start = given.fromIncluded ? `từ ${from}` : `trên ${from}`;
  return given.to === null
    ? `${value}, ${given.fromIncluded ? `từ ${from} trở lên` : start}`
    : `${value}, ${start} đến ${withUnit(number(given.to), unit)}`;
};

/** One step of the arithmetic as a line. */
export const step = (given: TraceStep, names: WordingNames): string => {
  switch (given.kind) {
    case 'value':
      return `${names.item(given.item)}: ${valueWords(given.item, given.value, names)}`;
    case 'fraction': {
      const times = given.multiplier === '1' ? '' : ` × ${number(given.multiplier)}`;
      return `${writeSpan(given.numerator, STYLE)} ÷ ${writeSpan(given.denominator, STYLE)}${times} ${equals(given.result)} ${writeSpan(given.result, STYLE, given.unit.vi)}`;
    }
    case 'given-rate':
      return `Tỷ lệ được ghi: ${writeSpan(given.rate, STYLE, given.unit.vi)}; chưa có tử số và mẫu số`;
    case 'unused-rate': {
      const rate = `Tỷ lệ được ghi ${writeSpan(given.rate, STYLE, given.unit.vi)}: không dùng, đã có số đếm`;
      return given.agrees ? rate : `${rate}; khác với tỷ lệ tính được, cả khi tính làm tròn`;
    }
    case 'compare': {
      const unit = given.unit?.vi ?? '';
      const threshold = withUnit(number(given.threshold), unit);
      const value =
        given.value.low === given.value.high
          ? `${writeSpan(given.value, STYLE, unit, placesBeside(given.value.low, given.threshold))} so với`
          : 'So với';
      return `${value} ngưỡng ${given.thresholdIs === 'at-most' ? 'cao nhất có thể ' : ''}${threshold}: ${REACHED[given.reached]}`;
    }
    case 'share-of': {
      const unit = given.unit?.vi ?? '';
      const value = writeSpan(given.value, STYLE, unit, placesBeside(given.value.low, given.full));
      const full = withUnit(number(given.full), unit);
      if (given.capped) return `${value} ≥ ${full}: đủ điểm, tính tỷ lệ là 1`;
      return `${value} ÷ ${full} ${equals(given.share, SHARE_PLACES)} ${writeSpan(given.share, STYLE, '', SHARE_PLACES)}`;
    }
    case 'growth': {
      const times = given.multiplier === '1' ? '' : ` × ${number(given.multiplier)}`;
      return `(${writeSpan(given.current, STYLE)} ÷ ${writeSpan(given.previous, STYLE)} − 1)${times} ${equals(given.result)} ${writeSpan(given.result, STYLE, given.unit.vi)}`;
    }
    case 'in-band':
      return `${place(given)}: được ${shareSpan(given.share)}`;
    case 'on-line':
      return `${place(given)}: tính theo tỷ lệ ${equals(given.share, SHARE_PLACES)} ${writeSpan(given.share, STYLE, '', SHARE_PLACES)}`;
    case 'counted-share':
      return `${writeSpan(given.count, STYLE)} × ${writeShare(given.shareEach, STYLE)}, không quá 1 ${equals(given.share, SHARE_PLACES)} ${writeSpan(given.share, STYLE, '', SHARE_PLACES)}`;
    case 'share-of-best': {
      const best = withUnit(number(given.best), given.unit.vi);
      return `${writeSpan(given.value, STYLE, given.unit.vi)} ÷ ${best} (cao nhất nhóm) ${equals(given.share, SHARE_PLACES)} ${writeSpan(given.share, STYLE, '', SHARE_PLACES)}`;
    }
    case 'no-league':
      return 'Chưa có số liệu của các đơn vị cùng nhóm để so sánh';
    case 'given-score':
      return `${GIVEN_BY[given.by]} (${given.source.vi}): ${writeSpan(given.score, STYLE)} ÷ ${number(given.outOf)} ${equals(given.share, SHARE_PLACES)} ${writeSpan(given.share, STYLE, '', SHARE_PLACES)}`;
    case 'mean':
      return `Trung bình cộng của ${String(given.units)} đơn vị cũ ${equals(given.mean)} ${writeSpan(given.mean, STYLE)}; chia cho ${number(given.outOf)} ${equals(given.share, SHARE_PLACES)} ${writeSpan(given.share, STYLE, '', SHARE_PLACES)}`;
    case 'best-of':
      return `Lấy trường hợp cao nhất: ${shareSpan(given.share)}`;
    case 'adjustment': {
      const verb = given.direction === 'bonus' ? 'cộng' : 'trừ';
      const count =
        given.count === null
          ? given.share.low === given.share.high
            ? 'không có'
            : 'chưa có số liệu'
          : `${writeSpan(given.count, STYLE)} × ${writeShare(given.shareEach, STYLE)}, không quá ${writeShare(given.cap, STYLE)}`;
      return `${given.name.vi}: ${count}; ${verb} ${shareSpan(given.share)}`;
    }
    case 'adjusted':
      return `Sau khi cộng, trừ (trong khoảng từ 0 đến 1): ${writeSpan(given.before, STYLE, '', SHARE_PLACES)} → ${writeSpan(given.share, STYLE, '', SHARE_PLACES)}`;
    case 'rebased':
      return `Chỉ ${String(given.parts)}/${String(given.of)} phần áp dụng cho đơn vị: quy về điểm tối đa`;
    case 'blank-is-zero':
      return 'Chưa có số liệu: tính 0 điểm';
    case 'fixed-share':
      return given.share.low === given.share.high
        ? `Được ${ofMaximum(given.share.low)}`
        : `Được từ ${ofMaximum(given.share.low)} đến ${ofMaximum(given.share.high)}`;
    case 'unknown-share':
      return 'Chưa rõ số điểm của mức này';
    case 'part':
      return `${given.name?.vi ?? names.item(given.code)}: ${writeSpan(given.share, STYLE)} × ${writeShare(given.weight, STYLE)} điểm tối đa`;
    case 'candidate':
      return `${given.note.vi} Kết quả: ${writeSpan(given.points, STYLE, 'điểm')}`;
    case 'envelope':
      return given.candidates === 0
        ? 'Chưa rõ quy tắc chấm điểm'
        : `Chưa rõ cách nào đúng, nên điểm là ${writeSpan(given.points, STYLE, 'điểm')}`;
    case 'no-data':
      return `Chưa có số liệu: ${given.items.map((item) => lowerFirst(names.item(item))).join('; ')}`;
    case 'not-applicable':
      return NOT_APPLICABLE[given.policy];
    case 'zero-denominator':
      return ZERO_DENOMINATOR[given.policy];
    case 'points': {
      const written = writeSpan(given.share, STYLE, '', SHARE_PLACES);
      const share = given.share.low === given.share.high ? written : `(${written})`;
      return `${share} × ${withUnit(number(given.maximum), 'điểm')} ${equals(given.points)} ${writeSpan(given.points, STYLE, 'điểm')}`;
    }
  }
};
