# Two commands do everything from a fresh clone: `make demo` and `make test`. Beforehand only git, make,
# Python 3.11 or later and a C++20 compiler are needed.

PYTHON ?= python3
JOBS ?= 2
BIN := .venv/bin
# Beside the environment that they speak of, so that both go together.
STAMPS := .venv/stamps

# Everything that an installed package is made of, folders included so that a deleted file counts as a change.
SOURCES := pyproject.toml CMakeLists.txt LICENSE README.md \
           $(shell find cpp python data -name __pycache__ -prune -o -print)

.PHONY: demo test test-cpp test-python test-notebooks bench bench-quick lint format wheel clean

demo: $(STAMPS)/package
	$(BIN)/nagarezu demo

test: test-cpp test-python test-notebooks

# C++ tests, and the programs that must not compile.
test-cpp: $(STAMPS)/system-test
	cmake --preset dev
	cmake --build --preset dev -j $(JOBS)
	ctest --preset dev

# Python tests against the installed package, and the rules of the architecture; a file stays with one
# process, for its fixtures are made once.
test-python: $(STAMPS)/package-dev
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile

# A character that no font has is a fault of the chart, not a remark.
test-notebooks: $(STAMPS)/package-dev
	PYTHONWARNINGS=error:Glyph $(BIN)/python -m pytest --nbmake notebooks

bench: $(STAMPS)/package-dev
	$(BIN)/python tests/bench/run.py

bench-quick: $(STAMPS)/package-dev
	$(BIN)/python tests/bench/run.py --quick

lint: $(STAMPS)/package-dev
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/stubtest --allowlist .ci/stubtest-allowlist nagarezu._core

format: $(STAMPS)/package-dev
	$(BIN)/ruff format
	git ls-files -co --exclude-standard '*.cpp' '*.hpp' | xargs clang-format -i

# By way of the sdist, so that what is published builds from what is published.
wheel: $(STAMPS)/venv
	rm -rf dist
	$(BIN)/python -c "from scikit_build_core.build import build_sdist; build_sdist('dist')"
	$(BIN)/pip wheel --quiet --no-deps --wheel-dir dist dist/*.tar.gz

clean:
	rm -rf build dist out .venv

$(STAMPS)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "Python 3.11 or later is needed; '$(PYTHON)' is not. Try: make PYTHON=python3.12"; exit 1; }
	@mkdir -p $(STAMPS)
	@touch $@

$(STAMPS)/system-%: tools/system-packages $(STAMPS)/python
	PYTHON=$(PYTHON) tools/system-packages $*
	@touch $@

$(STAMPS)/venv: pyproject.toml $(STAMPS)/system-build
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet "scikit-build-core>=1.0" "pybind11>=3.1"
	@touch $@

# The package proper, not an editable link: what the tests see is what a wheel carries. Without build isolation the
# build folder stays valid, so a change in one C++ file compiles one file.
INSTALL = CMAKE_BUILD_PARALLEL_LEVEL=$(JOBS) $(BIN)/pip install --quiet --no-build-isolation -C build-dir=build/python \
          -C cmake.define.NAGAREZU_WERROR=ON

$(STAMPS)/package: $(STAMPS)/venv $(SOURCES)
	$(INSTALL) '.[all]'
	@touch $@

$(STAMPS)/package-dev: $(STAMPS)/venv $(STAMPS)/system-test $(SOURCES)
	$(INSTALL) '.[dev]'
	@touch $@ $(STAMPS)/package
