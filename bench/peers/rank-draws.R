# 10 000 weight draws with rank intervals in base R matrices. Arguments: folder, subjects, components, draws.
# Reads shares.bin and weights.bin (little-endian doubles, column by column), writes quantiles.bin; prints the seconds it took.
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
subjects <- as.integer(arguments[2])
components <- as.integer(arguments[3])
draws <- as.integer(arguments[4])
read <- function(name, count) readBin(file.path(folder, name), "double", count, endian = "little")
shares <- matrix(read("shares.bin", subjects * components), subjects, components)
weights <- matrix(read("weights.bin", components * draws), components, draws)

started <- proc.time()[["elapsed"]]
scores <- shares %*% weights
# Rank 1 is the highest; order() of a permutation is its inverse.
ranks <- apply(-scores, 2, function(column) order(order(column)))
quantiles <- apply(ranks, 1, quantile, probs = c(0.05, 0.5, 0.95), names = FALSE)
seconds <- proc.time()[["elapsed"]] - started

writeBin(as.double(quantiles), file.path(folder, "quantiles.bin"), endian = "little")
cat(format(seconds, digits = 6), "\n")
