import type { ReviewField } from '#core/plan-review/review-step.ts';
import { defineMessages } from '#web/i18n/messages.ts';

type FieldWords = Readonly<Record<ReviewField, string>>;

const vi: FieldWords = {
  name: 'Tên',
  indicatorCode: 'Mã chỉ số',
  comparator: 'So sánh',
  value: 'Giá trị',
  unit: 'Đơn vị tính',
  due: 'Thời hạn',
  lead: 'Cơ quan chủ trì',
  coordinating: 'Cơ quan phối hợp',
  expectedResult: 'Kết quả cần có',
  fundingSource: 'Nguồn vốn',
  score: 'Điểm',
  maximumScore: 'Điểm tối đa',
  currentValue: 'Số liệu hiện nay',
  numerator: 'Tử số',
  denominator: 'Mẫu số',
  cause: 'Nguyên nhân',
  remedy: 'Giải pháp',
  frequency: 'Chu kỳ',
  docNumber: 'Số, ký hiệu',
  issueDate: 'Ngày ban hành',
  total: 'Tổng',
};

const en: FieldWords = {
  name: 'Name',
  indicatorCode: 'Indicator code',
  comparator: 'Comparator',
  value: 'Value',
  unit: 'Unit',
  due: 'Due',
  lead: 'Lead agencies',
  coordinating: 'Coordinating agencies',
  expectedResult: 'Expected result',
  fundingSource: 'Source of funding',
  score: 'Score',
  maximumScore: 'Maximum score',
  currentValue: 'Current figure',
  numerator: 'Numerator',
  denominator: 'Denominator',
  cause: 'Cause',
  remedy: 'Remedy',
  frequency: 'Frequency',
  docNumber: 'Number',
  issueDate: 'Day of issue',
  total: 'Total',
};

/** Names of the fields that a reviewer can put right. */
export const reviewFieldWords = defineMessages({ vi, en });

const isField = (field: string, words: FieldWords): field is ReviewField => Object.hasOwn(words, field);

/** The name of a field; one that is not known keeps its code. */
export const nameField = (field: string, words: FieldWords): string =>
  isField(field, words) ? words[field] : field;
