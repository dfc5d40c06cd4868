"""The pre-check as pages show it: findings in words, with the place in the picture beside them."""
