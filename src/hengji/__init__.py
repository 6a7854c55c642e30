"""Hengji (衡绩): yearly performance evaluation of departmental expenditure, scored exactly and explained."""

__version__ = "0.1.0"
__all__ = ["__version__"]
