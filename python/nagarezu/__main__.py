"""`python -m nagarezu` is the console script, where scripts are not on the path."""

from nagarezu.cli import main

if __name__ == "__main__":
    main()
