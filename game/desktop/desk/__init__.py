"""The parts of the table screen: what is being prepared (`Desk`), and one drawing function for each panel."""

from game.desktop.desk.desk import Desk, Mode

__all__ = ["Desk", "Mode"]
