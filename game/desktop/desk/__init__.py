"""The table screen: what the player does (`Board`), and one drawing function for each panel."""
