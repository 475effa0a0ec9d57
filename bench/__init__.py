"""How long a build takes, beside the same pages made by Hugo: see docs/benchmarks.md."""
