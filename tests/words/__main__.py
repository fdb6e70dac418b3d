"""`python -m tests.words`, which is `make words`: writes the templates anew and compiles every language."""

from tests.words.messages import write_all

if __name__ == "__main__":
    write_all()
