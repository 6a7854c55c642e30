"""Questionnaires: sent, returned and valid ones, answers by degree, and satisfaction."""
