"""What the desk does, step by step, so that each flow goes on after a crash; `desk` holds the acts they share."""
