"""What every page stands in: settings from outside, the base page, navigation, rights guard, failures, formats."""
