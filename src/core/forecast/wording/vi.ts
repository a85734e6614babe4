import type { ForecastAssumption } from '#core/forecast/assumptions.ts';
import type { ForecastWording } from './forecast-wording.ts';

const count = (codes: readonly string[]): string => String(codes.length);
const list = (codes: readonly string[]): string => codes.join(', ');

const assumption = (given: ForecastAssumption): string => {
  switch (given.kind) {
    case 'rules-unchanged':
      return `Quy tắc chấm điểm năm ${String(given.ofYear)} được giữ nguyên cho năm ${String(given.inYear)}.`;
    case 'drift':
      return `${count(given.items)} mục số liệu có từ ba kỳ trở lên: tiếp tục tăng giảm theo nhịp trung bình đến nay, sai số suy từ mức dao động giữa các kỳ (${list(given.items)}).`;
    case 'two-points':
      return `${count(given.items)} mục số liệu mới có hai kỳ: từ giữ nguyên đến gấp đôi nhịp vừa qua, mọi giá trị có khả năng như nhau (${list(given.items)}).`;
    case 'rule-readings':
      return `${count(given.components)} chỉ số có quy tắc chưa rõ hoặc nhiều cách hiểu: mỗi cách hiểu có khả năng như nhau (${list(given.components)}).`;
    case 'open-points':
      return `${count(given.components)} chỉ số có điểm là một khoảng: mọi điểm trong khoảng có khả năng như nhau (${list(given.components)}).`;
    case 'inferred-figures':
      return `${count(given.items)} số liệu suy ra, chưa được xác minh: đúng với xác suất ${String(Math.round(given.probability * 100))}\u202F%, nếu sai thì coi như chưa có số liệu (${list(given.items)}).`;
    case 'estimated-figures':
      return `${count(given.items)} mục có số ước thực hiện, chưa phải số chính thức: được dùng như số chính thức (${list(given.items)}).`;
    case 'simulated-figures':
      return `${count(given.items)} mục dùng số liệu mô phỏng theo kỳ để trình diễn, không phải số liệu thật (${list(given.items)}).`;
    case 'held':
      return `${count(given.items)} mục số liệu chỉ có một kỳ: giữ nguyên, không biến động.`;
    case 'inferred-maxima':
      return `Điểm tối đa suy ra của ${count(given.components)} chỉ số được coi là đúng (${list(given.components)}).`;
    case 'independent':
      return 'Các chỉ số được coi là biến động độc lập với nhau.';
  }
};

/** Forecasts in Vietnamese. */
export const vietnameseForecasts: ForecastWording = { assumption };
