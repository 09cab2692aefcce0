"""`python -m nagarezu` is the console script, where scripts are not on the path."""

from nagarezu.cli import main

main()
