"""Documents written by somebody who had not seen the checker, with the errors that were put into them."""
