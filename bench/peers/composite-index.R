# The steps of the ASEM index in base R, matrices only: impute, treat, normalise, aggregate, rank. Argument: folder.
# Reads data.csv (denominated), children.csv (code, parent, direction, group columns apart) and runs.csv, one line a run:
# points to winsorise, scale, mean, then the weights of the pillars. Writes ranks.csv; prints the seconds it took.
folder <- commandArgs(trailingOnly = TRUE)[1]
read <- function(name) read.csv(file.path(folder, name), check.names = FALSE)
data <- read("data.csv")
groups <- data$group
raw <- as.matrix(data[, -(1:2)])
children <- read("children.csv")
runs <- read("runs.csv")
pillars <- names(runs)[-(1:3)]

shape <- function(x) {
  n <- length(x)
  z <- (x - mean(x)) / sd(x)
  c(
    sum(z^3) * n / ((n - 1) * (n - 2)),
    sum(z^4) * n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) - 3 * (n - 1)^2 / ((n - 2) * (n - 3))
  )
}
passes <- function(s) !(abs(s[1]) >= 2 && s[2] >= 3.5)

treat <- function(x, most) {
  s <- shape(x)
  if (passes(s)) return(x)
  y <- x
  high <- low <- integer(0)
  while (!passes(s) && length(high) + length(low) < most) {
    if (s[1] >= 0) {
      high <- which(y == max(y))
      y[high] <- max(y[-high])
    } else {
      low <- which(y == min(y))
      y[low] <- min(y[-low])
    }
    s <- shape(y)
  }
  if (passes(s)) y else log(x - min(x) + 0.01 * (max(x) - min(x)))
}

impute <- function(x) {
  for (group in unique(groups)) {
    own <- groups == group
    x[own & is.na(x)] <- mean(x[own], na.rm = TRUE)
  }
  x
}

scales <- list(
  minmax = function(x) (x - min(x)) / (max(x) - min(x)) * 99 + 1,
  zscore = function(x) (x - mean(x)) / sd(x) * 2 + 10
)
means <- list(
  arithmetic = function(x, w) drop(x %*% (w / sum(w))),
  geometric = function(x, w) exp(drop(log(x) %*% w) / sum(w))
)

started <- proc.time()[["elapsed"]]
ranks <- matrix(0, nrow(runs), nrow(raw))
for (run in seq_len(nrow(runs))) {
  x <- apply(apply(raw, 2, impute), 2, treat, most = runs[run, 1])
  x <- apply(sweep(x, 2, children$direction[match(colnames(x), children$code)], `*`), 2, scales[[runs[run, 2]]])
  mean_of <- means[[runs[run, 3]]]
  weights <- unlist(runs[run, -(1:3)])
  level <- sapply(pillars, function(p) {
    own <- x[, children$code[children$parent == p], drop = FALSE]
    mean_of(own, rep(1, ncol(own)))
  })
  halves <- sapply(unique(children$parent[match(pillars, children$code)]), function(p) {
    own <- pillars[children$parent[match(pillars, children$code)] == p]
    mean_of(level[, own, drop = FALSE], weights[own])
  })
  ranks[run, ] <- rank(-mean_of(halves, rep(1, ncol(halves))), ties.method = "min")
}
seconds <- proc.time()[["elapsed"]] - started

write.csv(ranks, file.path(folder, "ranks.csv"), row.names = FALSE)
cat(format(seconds, digits = 6), "\n")
