"""Reports: documents, pages, sheets of paper, tables and values."""
