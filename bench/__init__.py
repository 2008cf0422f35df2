"""Speed and robustness, measured on the machine at hand."""
