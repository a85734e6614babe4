import type { DataValue } from '#core/scoring/data-value.ts';
import type { RatioMeasure, Rule } from '#core/scoring/rule.ts';
import type { NumberSpan, TextRange, TraceStep } from '#core/scoring/trace.ts';
import {
  isCut,
  type NumberStyle,
  placesBeside,
  withUnit,
  writeNumber,
  writeShare,
  writeSpan,
} from './number-wording.ts';
import type { ScoringWording, WordingNames } from './scoring-wording.ts';

const STYLE: NumberStyle = {
  decimalMark: ',',
  groupMark: '.',
  over: (text) => `từ ${text} trở lên`,
  between: (low, high) => `${low} đến ${high}`,
};

const SHARE_PLACES = 6;

const number = (text: string): string => writeNumber(text, STYLE);
const inUnit = (text: string, measure: RatioMeasure): string => withUnit(number(text), measure.unit.vi);
const ofMaximum = (share: string): string =>
  share === '1' ? 'điểm tối đa' : share === '0' ? '0 điểm' : `${writeShare(share, STYLE)} điểm tối đa`;
const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

const level = (rule: Extract<Rule, { kind: 'level' }>, names: WordingNames): string => {
  const parts = rule.levels.map(({ code, share }) => {
    const earned = share === null ? 'chưa rõ số điểm' : `được ${ofMaximum(share)}`;
    return `${names.level(rule.item, code)} ${earned}`;
  });
  return `Chấm theo mức độ: ${parts.join('; ')}.`;
};

const countStep = (rule: Extract<Rule, { kind: 'count-step' }>, names: WordingNames): string => {
  const unit = names.unit(rule.count);
  const full = withUnit(number(rule.fullFrom), unit);
  const missing = rule.requires === null ? '' : `; không có thì 0 điểm`;
  const subject = rule.requires === null ? '' : `${names.item(rule.requires)}: `;
  const sentence = `đạt từ ${full} trở lên thì được điểm tối đa; dưới ${full} thì được ${ofMaximum(rule.shareBelow)}${missing}.`;
  return subject === '' ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : subject + sentence;
};

const rule = (given: Rule, names: WordingNames): string => {
  switch (given.kind) {
    case 'boolean':
      return `${names.item(given.item)} thì đạt điểm tối đa; nếu không thì 0 điểm.`;
    case 'level':
      return level(given, names);
    case 'count-step':
      return countStep(given, names);
    case 'ratio':
      return `Chấm theo tỷ lệ: điểm bằng kết quả đạt được chia cho ${inUnit(given.measure.multiplier, given.measure)}, nhân với điểm tối đa; đủ điểm khi đạt ${inUnit(given.measure.multiplier, given.measure)}.`;
    case 'ratio-to-threshold': {
      const threshold = inUnit(given.threshold, given.measure);
      return `Đạt từ ${threshold} trở lên thì được điểm tối đa; dưới ${threshold} thì điểm bằng kết quả đạt được chia cho ${threshold}, nhân với điểm tối đa.`;
    }
    case 'step-threshold': {
      const threshold = inUnit(given.threshold, given.measure);
      return given.thresholdIs === 'exact'
        ? `Đạt từ ${threshold} trở lên thì được điểm tối đa; dưới ${threshold} thì 0 điểm.`
        : `Đạt ngưỡng thì được điểm tối đa, chưa đạt thì 0 điểm; ngưỡng chưa rõ, suy ra không cao hơn ${threshold}.`;
    }
    case 'checklist': {
      const parts = given.parts.map(
        (part) => `${lowerFirst(names.item(part.item))} (${ofMaximum(part.share)})`,
      );
      return `Cộng điểm từng nội dung: ${parts.join('; ')}.`;
    }
    case 'checklist-share':
      return `Điểm bằng số nội dung đã thực hiện chia cho ${number(given.listLength)} nội dung trong danh mục, nhân với điểm tối đa.`;
    case 'composite': {
      const parts = given.parts.map(
        (part) => `${part.name.vi} (${ofMaximum(part.share)}): ${lowerFirst(rule(part.rule, names))}`,
      );
      return `Cộng điểm các phần. ${parts.join(' ')}`;
    }
    case 'unknown':
      return given.candidates.length === 0
        ? 'Chưa rõ quy tắc chấm điểm: điểm nằm trong khoảng từ 0 đến điểm tối đa.'
        : `Chưa rõ quy tắc chấm điểm: điểm nằm trong khoảng kết quả của ${String(given.candidates.length)} cách chấm có thể.`;
  }
};

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

const step = (given: TraceStep, names: WordingNames): string => {
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
      return given.policy === 'zero'
        ? 'Không áp dụng cho đơn vị: tính 0 điểm'
        : 'Không áp dụng cho đơn vị: tính điểm tối đa';
    case 'zero-denominator':
      return given.policy === 'zero' ? 'Mẫu số bằng 0: tính 0 điểm' : 'Mẫu số bằng 0: chưa tính được tỷ lệ';
    case 'points': {
      const written = writeSpan(given.share, STYLE, '', SHARE_PLACES);
      const share = given.share.low === given.share.high ? written : `(${written})`;
      return `${share} × ${withUnit(number(given.maximum), 'điểm')} ${equals(given.points)} ${writeSpan(given.points, STYLE, 'điểm')}`;
    }
  }
};

/** Sentences in Vietnamese, as official documents word them. */
export const vietnamese: ScoringWording = { language: 'vi', rule, step };
