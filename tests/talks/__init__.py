"""What is true of any talks: records, sentences, views."""
