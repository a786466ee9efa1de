"""The catalogue of questions, their parameters and the engines that answer them."""
