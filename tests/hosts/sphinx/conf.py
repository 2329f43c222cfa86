"""A course site of somebody else, made with Sphinx."""

project = 'Neural Networks I'
html_theme = 'alabaster'
