"""Our alternating-offers bidder."""
