"""Weight draws with rank intervals in numpy. Arguments: folder, subjects, components, draws.

Reads shares.bin and weights.bin (little-endian doubles, column by column), writes quantiles.bin; prints the seconds it took.
"""

import sys
import time
from pathlib import Path

import numpy

folder = Path(sys.argv[1])
subjects, components, draws = (int(argument) for argument in sys.argv[2:5])
shares = numpy.fromfile(folder / "shares.bin").reshape(components, subjects)
weights = numpy.fromfile(folder / "weights.bin").reshape(draws, components)

started = time.perf_counter()
scores = weights @ shares
order = numpy.argsort(-scores, axis=1)
ranks = numpy.empty_like(order)
numpy.put_along_axis(ranks, order, numpy.arange(1, subjects + 1)[None, :], axis=1)
quantiles = numpy.quantile(ranks, [0.05, 0.5, 0.95], axis=0)
seconds = time.perf_counter() - started

numpy.ascontiguousarray(quantiles.T).tofile(folder / "quantiles.bin")
print(seconds)
