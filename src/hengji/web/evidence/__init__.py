"""佐证材料: taken in, kept by what they contain, looked at, and cited to indicators."""
