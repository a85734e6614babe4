import { defineMessages } from '#web/i18n/messages.ts';

const vi = {
  name: 'Tên',
  indicatorCode: 'Chỉ số',
  comparator: 'So sánh',
  value: 'Giá trị',
  unit: 'Đơn vị',
  period: 'Kỳ, thời hạn',
  verdict: 'Đánh giá',
  due: 'Thời hạn',
  expectedResult: 'Kết quả cần có',
  fundingSource: 'Nguồn vốn',
  score: 'Điểm',
  maximumScore: 'Điểm tối đa',
  currentValue: 'Số liệu hiện nay',
  numerator: 'Tử số',
  denominator: 'Mẫu số',
  scores: 'Điểm',
  frequency: 'Chu kỳ',
  days: 'Ngày',
  docNumber: 'Số, ký hiệu',
  issueDate: 'Ngày ban hành',
  total: 'Tổng',
  agencies: 'Cơ quan',
};

const en: typeof vi = {
  name: 'Name',
  indicatorCode: 'Component',
  comparator: 'Comparator',
  value: 'Value',
  unit: 'Unit',
  period: 'Period, due',
  verdict: 'Verdict',
  due: 'Due',
  expectedResult: 'Expected result',
  fundingSource: 'Source of funds',
  score: 'Points',
  maximumScore: 'Maximum points',
  currentValue: 'Current figure',
  numerator: 'Numerator',
  denominator: 'Denominator',
  scores: 'Points',
  frequency: 'Frequency',
  days: 'Days',
  docNumber: 'Number',
  issueDate: 'Issued on',
  total: 'Total',
  agencies: 'Agencies',
};

type FieldWords = typeof vi;

/** Names of the facts in which two readings of an item can differ. */
export const differenceFieldWords = defineMessages({ vi, en });

/** The name of a fact; one that is not known keeps its code. */
export const nameDifference = (field: string, words: FieldWords): string =>
  Object.hasOwn(words, field) ? words[field as keyof FieldWords] : field;
