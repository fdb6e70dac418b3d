"""A whole class over loopback: what moves cost when many people at many tables make them, beside oTree."""
