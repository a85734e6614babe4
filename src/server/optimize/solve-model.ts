import loadHighs, { type Highs, type ModelData } from 'highs';
import type { MixedIntegerModel, MixedIntegerSolution } from '#core/improvement-plan/mixed-integer-model.ts';

// The WebAssembly module is made once for a thread: that takes longer than most models.
let loading: Promise<Highs> | undefined;

const modelData = (highs: Highs, { sense, columns, rows }: MixedIntegerModel): ModelData => {
  const { constants, infinity } = highs;
  const terms = rows.map((row) => row.terms.filter(({ factor }) => factor !== 0));
  const starts = [0];
  for (const row of terms) starts.push((starts.at(-1) ?? 0) + row.length);
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: constants.objectiveSense[sense],
    colCost: columns.map((column) => column.objective),
    colLower: columns.map((column) => column.lower),
    colUpper: columns.map((column) => column.upper),
    rowLower: rows.map((row) => row.lower ?? -infinity),
    rowUpper: rows.map((row) => row.upper ?? infinity),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: terms.flatMap((row) => row.map(({ column }) => column)),
      values: terms.flatMap((row) => row.map(({ factor }) => factor)),
    },
    integrality: columns.map(({ integer }) =>
      integer ? constants.variableType.integer : constants.variableType.continuous,
    ),
  };
};

/**
 * Solves a model with HiGHS to proven optimality (no gap between the best solution and the bound), or says that it has
 * no solution, or that the time was not enough. Throws when HiGHS can't take the model: that is a bug of ours.
 */
export const solveModel = async (
  model: MixedIntegerModel,
  limitSeconds: number,
): Promise<MixedIntegerSolution> => {
  loading ??= loadHighs();
  const highs = await loading;
  if (model.columns.length === 0) {
    const isMet = model.rows.every(({ lower, upper }) => (lower ?? 0) <= 0 && (upper ?? 0) >= 0);
    return isMet ? { status: 'optimal', values: [], objective: 0, bound: 0 } : { status: 'infeasible' };
  }
  const { modelStatus } = highs.constants;
  return highs.withModel(modelData(highs, model), (solver): MixedIntegerSolution => {
    solver.options.set({
      output_flag: false,
      time_limit: limitSeconds,
      mip_rel_gap: 0,
      mip_abs_gap: 1e-9,
      mip_feasibility_tolerance: 1e-9,
      primal_feasibility_tolerance: 1e-9,
    });
    solver.run();
    const status = solver.getModelStatus();
    if (status === modelStatus.infeasible) return { status: 'infeasible' };
    if (status === modelStatus.timeLimit) return { status: 'time-limit' };
    if (status !== modelStatus.optimal) throw new Error(`HiGHS ended with model status ${String(status)}`);
    return {
      status: 'optimal',
      values: [...solver.getSolution().colValue],
      objective: solver.getObjectiveValue(),
      bound: Number(solver.info.get('mip_dual_bound')),
    };
  });
};
