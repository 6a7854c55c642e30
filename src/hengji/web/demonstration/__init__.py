"""示例市: a fictional city with three years of figures, for trying everything."""
