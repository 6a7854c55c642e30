"""The one number that money, weights and scores are kept in: a fraction, which rounds nothing.

The compiled one reckons two to four times as fast as the standard library's and is equal to it, hash and all; on a
machine for which nobody compiles it the standard library's serves.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction
else:
    try:
        from quicktions import Fraction
    except ImportError:
        from fractions import Fraction

__all__ = ["Fraction"]
