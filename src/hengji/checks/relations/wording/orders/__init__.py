"""Lists whose order says something: 分别为, 由高到低, the highest and the lowest."""
