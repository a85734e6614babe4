import type { Adjustment, BandsRule, CountTiersRule, PiecewiseLinearRule, Rule } from '#core/scoring/rule.ts';
import { withUnit } from './number-wording.ts';
import type { WordingNames } from './scoring-wording.ts';
import { fromBound, inUnit, lowerFirst, number, ofMaximum } from './vi-terms.ts';

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

const countTiers = (given: CountTiersRule, names: WordingNames): string => {
  const unit = names.unit(given.count);
  const tiers = given.tiers
    .toReversed()
    .map(({ from, share }) => `từ ${withUnit(number(from), unit)} trở lên được ${ofMaximum(share)}`);
  return `Chấm theo số lượng (${lowerFirst(names.item(given.count))}): ${tiers.join('; ')}; ít hơn thì 0 điểm.`;
};

const bands = (given: BandsRule): string => {
  const parts = given.bands
    .toReversed()
    .map(
      ({ from, share }) =>
        `${fromBound(inUnit(from, given.measure), given.comparison)} được ${ofMaximum(share)}`,
    );
  return `Chấm theo khoảng kết quả: ${parts.join('; ')}; thấp hơn thì 0 điểm.`;
};

const piecewise = (given: PiecewiseLinearRule): string => {
  const points = given.points.map(({ at, share }) => `${inUnit(at, given.measure)} được ${ofMaximum(share)}`);
  return `Chấm theo các mốc, giữa hai mốc tính theo tỷ lệ: ${points.join('; ')}.`;
};

const adjustment = (given: Adjustment, names: WordingNames): string => {
  const verb = given.direction === 'bonus' ? 'Cộng thêm' : 'Trừ';
  const unit = names.unit(given.count) || 'lần';
  return `${verb} ${ofMaximum(given.shareEach)} cho mỗi ${unit} (${lowerFirst(given.name.vi)}), không quá ${ofMaximum(given.cap)}.`;
};

/** The rule as a sentence, as the law would put it. */
export const rule = (given: Rule, names: WordingNames): string => {
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
      if (given.thresholdIs === 'exact' && given.comparison === 'above') {
        return `Đạt trên ${threshold} thì được điểm tối đa; từ ${threshold} trở xuống thì 0 điểm.`;
      }
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
    case 'count-tiers':
      return countTiers(given, names);
    case 'count-capped':
      return `Mỗi ${names.unit(given.count) || 'nội dung'} được ${ofMaximum(given.shareEach)}, cộng lại không quá điểm tối đa (${lowerFirst(names.item(given.count))}).`;
    case 'ratio-with-floor':
      return `Đạt ${fromBound(inUnit(given.floor, given.measure), given.comparison)} thì điểm bằng kết quả đạt được chia cho ${inUnit(given.measure.multiplier, given.measure)}, nhân với điểm tối đa; thấp hơn thì 0 điểm.`;
    case 'bands':
      return bands(given);
    case 'piecewise-linear':
      return piecewise(given);
    case 'normalised-to-best':
      return 'Điểm bằng kết quả của đơn vị chia cho kết quả cao nhất trong nhóm đơn vị được xếp hạng, nhân với điểm tối đa.';
    case 'survey':
      return `Chấm theo kết quả điều tra xã hội học (${given.source.vi}): điểm điều tra chia cho ${number(given.outOf)}, nhân với điểm tối đa.`;
    case 'external':
      return `Lấy theo kết quả đã công bố (${given.source.vi}): điểm đạt được chia cho ${number(given.outOf)}, nhân với điểm tối đa.`;
    case 'manual':
      return `Do hội đồng thẩm định quyết định (${given.source.vi}): điểm được chấm chia cho ${number(given.outOf)}, nhân với điểm tối đa.`;
    case 'derived-mean':
      return 'Đơn vị mới sáp nhập: điểm là trung bình cộng điểm của các đơn vị cũ.';
    case 'best-of': {
      const cases = given.cases.map(
        (part) => `${part.name.vi} (tối đa ${ofMaximum(part.share)}): ${lowerFirst(rule(part.rule, names))}`,
      );
      return `Tính theo trường hợp đạt điểm cao nhất. ${cases.join(' ')}`;
    }
    case 'adjusted':
      return `${rule(given.base, names)} ${given.adjustments.map((one) => adjustment(one, names)).join(' ')}`;
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
