"""绩效自评: data, rubric, evidence, narrative, and the check before submitting."""
