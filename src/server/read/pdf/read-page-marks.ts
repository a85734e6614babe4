import { apply, multiply, toMatrix, type Matrix } from './matrix.ts';
import { dropOverprinted } from './overprinted.ts';
import type { PageMarks, Rule } from './page-marks.ts';
import { OPERATORS, WITHOUT_ANNOTATIONS, type PdfPage } from './pdfjs.ts';
import { openTextPen } from './text-pen.ts';

/** A rectangle that is no thicker than this is a line, in points. */
const THICKEST = 3;
const SHORTEST = 2;
const MOST_RULES = 40_000;

type Point = readonly [number, number];
interface Subpath {
  readonly points: readonly Point[];
  readonly isCurved: boolean;
}

// How the library packs a path: the kind of a step, then its points.
const STEP = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const;
const POINTS_OF_STEP: Readonly<Record<number, number>> = { 0: 1, 1: 1, 2: 3, 3: 2, 4: 0 };

const readPath = (data: ArrayLike<number>, page: Matrix): readonly Subpath[] => {
  const paths: { points: Point[]; isCurved: boolean }[] = [];
  let at = 0;
  while (at < data.length) {
    const step = data[at] ?? STEP.close;
    const count = POINTS_OF_STEP[step];
    if (count === undefined) return [];
    if (step === STEP.move) paths.push({ points: [], isCurved: false });
    const open = paths.at(-1);
    for (let index = 0; index < count; index += 1) {
      const x = data[at + 1 + index * 2] ?? 0;
      const y = data[at + 2 + index * 2] ?? 0;
      open?.points.push(apply(page, x, y));
    }
    if (open && (step === STEP.curve || step === STEP.quadratic)) open.isCurved = true;
    if (open && step === STEP.close && open.points[0]) open.points.push(open.points[0]);
    at += 1 + count * 2;
  }
  return paths;
};

const toRule = ([x0, y0]: Point, [x1, y1]: Point): Rule | undefined => {
  const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  if (height <= 1 && width >= SHORTEST) {
    return { isLevel: true, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) };
  }
  if (width <= 1 && height >= SHORTEST) {
    return { isLevel: false, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) };
  }
  return undefined;
};

/** A narrow area that is filled is a line in the middle of it; the edges of others are lines when they are drawn. */
const rulesOf = ({ points, isCurved }: Subpath, isDrawn: boolean): readonly Rule[] => {
  if (isCurved || points.length < 2) return [];
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  if (bottom - top <= THICKEST && right - left > THICKEST)
    return [toRule([left, y], [right, y]) ?? []].flat();
  if (right - left <= THICKEST && bottom - top > THICKEST)
    return [toRule([x, top], [x, bottom]) ?? []].flat();
  if (!isDrawn) return [];
  return points.slice(1).flatMap((point, index) => toRule(points[index] ?? point, point) ?? []);
};

const PAINTS = [
  'fill',
  'eoFill',
  'stroke',
  'closeStroke',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
];
const DRAWS = new Set(PAINTS.filter((name) => /stroke/iu.test(name)).map((name) => OPERATORS[name]));
const FILLS = new Set(PAINTS.filter((name) => /fill/iu.test(name)).map((name) => OPERATORS[name]));

const isWhite = (values: readonly unknown[]): boolean => values[0] === '#ffffff';

/** Reads what is printed on a page: words with their places, and the lines between them. */
export const readPageMarks = async (page: PdfPage, number: number): Promise<PageMarks> => {
  const { fnArray, argsArray } = await page.getOperatorList(WITHOUT_ANNOTATIONS);
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const pen = openTextPen((name) => (page.commonObjs.has(name) ? page.commonObjs.get(name) : null));
  const rules: Rule[] = [];
  const stack: { readonly matrix: Matrix; readonly paper: boolean; readonly ink: boolean }[] = [];
  let matrix: Matrix = toMatrix(transform) ?? [1, 0, 0, -1, 0, height];
  // Lines in the colour of the paper are not seen.
  let [paper, ink] = [false, false];
  const save = (): void => void stack.push({ matrix, paper, ink });
  const restore = (): void => {
    const saved = stack.pop();
    if (saved) ({ matrix, paper, ink } = saved);
  };
  const enter = (values: unknown): void => {
    const inner = toMatrix(values);
    if (inner) matrix = multiply(matrix, inner);
  };
  const addPath = (values: readonly unknown[]): void => {
    const operator = Number(values[0]);
    const isDrawn = DRAWS.has(operator) && !ink;
    const isFilled = FILLS.has(operator) && !paper;
    const data = (values[1] as readonly (ArrayLike<number> | null)[] | undefined)?.[0];
    if (!data || (!isDrawn && !isFilled) || rules.length > MOST_RULES) return;
    for (const path of readPath(data, matrix)) rules.push(...rulesOf(path, isDrawn));
  };
  for (const [index, operator] of fnArray.entries()) {
    const values = (argsArray[index] ?? []) as readonly unknown[];
    if (operator === OPERATORS.save) save();
    else if (operator === OPERATORS.restore) restore();
    else if (operator === OPERATORS.transform) enter(values);
    else if (operator === OPERATORS.paintFormXObjectBegin) {
      save();
      enter(values[0]);
    } else if (operator === OPERATORS.paintFormXObjectEnd) restore();
    else if (operator === OPERATORS.setFillRGBColor) paper = isWhite(values);
    else if (operator === OPERATORS.setStrokeRGBColor) ink = isWhite(values);
    else if (operator === OPERATORS.constructPath) addPath(values);
    else pen.take(operator, values, matrix);
  }
  pen.end();
  return { number, width, height, words: dropOverprinted(pen.words), rules };
};
