"""The pages of a class: what of them changes is said here, in regions of HTML."""
