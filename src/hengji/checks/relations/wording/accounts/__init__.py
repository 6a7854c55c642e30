"""Names of accounts, codes and items: each against the classification, its path and the other places that tell it."""
