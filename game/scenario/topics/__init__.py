"""What a scenario file speaks of, one topic a file: its values, what a file may say of them, how they are built from
it, and what is well formed and still cannot be meant.

A value that the file says as it is (`AsWritten`) is its own schema; a `...Model` stands where the file says it in
other words, and `..._of` builds the value. `check_...` marks on the proof what the shapes let through.
"""
