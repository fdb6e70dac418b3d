"""The window's toolkit: boxes, type, shapes, a canvas, widgets, mouse and keyboard. It knows no talks and no screen."""
