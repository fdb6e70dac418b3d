"""What delegations say beside what they do."""
