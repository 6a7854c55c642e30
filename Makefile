# 衡绩 / hengji. `make` lists what there is.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
# Compiled modules are kept, whatever the shell says: each process of the tests would compile all of them again.
unexport PYTHONDONTWRITEBYTECODE

VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps
UV := UV_PYTHON_DOWNLOADS=never UV_NO_PROGRESS=1 $(BIN)/uv
INSTALL := $(UV) pip install --quiet --compile-bytecode --python $(BIN)/python
COMPILE := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --custom-compile-command 'make lock'
# A process that is done takes over from the other: all that needs the web application's database comes first, in one.
PYTEST_ARGS ?= -n auto --dist worksteal
RUN_ARGS ?=
# Run once more on PostgreSQL, unless PYTEST_ARGS chooses tests: what a database may do in its own way, such as triggers,
# locks, sorting, JSON. A browser plays the whole year there too, before a server of its own (test_the_whole_year.py).
POSTGRESQL_TESTS ?= $(addprefix tests/web/,history works api/test_api.py campaigns organisations/test_keeping.py \
	accounts/test_people.py verifications/test_way.py)
UPGRADE ?=
FUZZ_SECONDS ?= 20
FUZZ_TARGETS ?= $(patsubst fuzz/%.py,%,$(filter-out $(addprefix fuzz/,entry.py mutating.py properties.py seeds.py),$(wildcard fuzz/*.py)))

.PHONY: help setup setup-dev setup-docs run demo test lint format bench mutation fuzz docs lock clean

help: ## 列出各项命令 / list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

setup: $(STAMPS)/run ## 准备运行环境 / make .venv with what running needs
	@:

setup-dev: $(STAMPS)/dev ## 准备开发环境 / add what tests and checks need
	@:

setup-docs: $(STAMPS)/docs ## 准备文档环境 / add what the documentation needs
	@:

run: setup ## 启动网页端，装入演示城市，数据在 var/ / open the web application with the demonstration city
	@exec $(BIN)/hengji serve --demo $(RUN_ARGS)

demo: setup ## 给示例部门评分，结果写入 out/ / score the example departments into out/
	@$(BIN)/hengji demo --out out

test: setup-dev ## 运行测试 / run the tests
	@scripts/system-packages.sh test
	@$(BIN)/python -m pytest $(PYTEST_ARGS)
	@$(if $(filter file,$(origin PYTEST_ARGS)),HENGJI_TEST_DATABASE=postgresql \
	  $(BIN)/python -m pytest $(PYTEST_ARGS) $(POSTGRESQL_TESTS) --ignore-glob='*_in_a_browser.py')

lint: setup-dev ## 检查代码、类型与导入方向 / check style, types and import directions
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check . || { $(BIN)/ruff format --check .; exit 1; }
	@HENGJI_HOME=$(VENV)/lint-home $(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: setup-dev ## 整理代码格式 / put the code in the house style
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format --quiet .

bench: setup-dev ## 运行性能测试 / run the benchmarks
	@$(BIN)/python bench/run.py
	@$(BIN)/python bench/check_quality.py
	@$(BIN)/python bench/mutation_of_figures.py
	@$(BIN)/python bench/figures_of_relations.py
	@$(BIN)/python bench/faults_in_true_papers.py
	@$(BIN)/python bench/cells_of_forms.py
	@$(BIN)/python bench/short_passages.py
	@$(BIN)/python bench/check_speed.py
	@$(BIN)/python bench/growth_of_time.py
	@$(BIN)/python bench/workbook_speed.py
	@$(BIN)/python bench/paper_speed.py

mutation: setup-dev ## 对核心做变异测试 / change the core on purpose and see whether a test notices
	@$(BIN)/mutmut run
	@$(BIN)/mutmut results

# One target at a time and gently: it is meant to run beside other work.
fuzz: setup-dev ## 模糊测试各读取器（每个 FUZZ_SECONDS 秒） / fuzz each reader for FUZZ_SECONDS seconds
	@$(BIN)/python -c 'import atheris' 2>/dev/null || $(INSTALL) 'atheris>=3.0'
	@for target in $(FUZZ_TARGETS); do \
	  echo "$$target"; \
	  nice -n 10 $(BIN)/python fuzz/$$target.py -max_total_time=$(FUZZ_SECONDS) -verbosity=0; \
	done

docs: setup-docs ## 生成文档到 out/docs / build the documentation
	@$(BIN)/sphinx-build -q -W --keep-going -b html -d out/doctrees docs out/docs

# The widest set is resolved first and binds the narrower ones, so that no two locks name two versions of one package.
# Pins stay as they are where they can; `make lock UPGRADE=--upgrade` takes the newest.
lock: $(STAMPS)/uv ## 重新生成带校验和的依赖清单 / pin and hash the requirements anew
	@$(COMPILE) $(UPGRADE) requirements/bootstrap.in -o requirements/bootstrap.txt
	@$(COMPILE) $(UPGRADE) pyproject.toml --group build --extra dev --extra ocr --extra docs -o requirements/docs.txt
	@$(COMPILE) pyproject.toml --group build --extra dev --extra ocr -c requirements/docs.txt -o requirements/dev.txt
	@$(COMPILE) pyproject.toml --group build -c requirements/docs.txt -o requirements/run.txt

clean: ## 删除环境、缓存与输出 / remove the environment, caches and output
	@rm -rf $(VENV) out build dist mutants .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	@find src tests bench docs -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

$(STAMPS)/venv: scripts/make-venv.sh
	@scripts/make-venv.sh $(VENV)
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/uv: requirements/bootstrap.txt $(STAMPS)/venv
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/bootstrap.txt
	@touch $@

$(STAMPS)/run: requirements/run.txt pyproject.toml $(STAMPS)/uv
	@$(INSTALL) --require-hashes -r requirements/run.txt
	@$(INSTALL) --no-build-isolation --no-deps --editable .
	@$(BIN)/python -m compileall -q src/hengji
	@touch $@

$(STAMPS)/dev: requirements/dev.txt $(STAMPS)/run
	@$(INSTALL) --require-hashes -r requirements/dev.txt
	@touch $@

$(STAMPS)/docs: requirements/docs.txt $(STAMPS)/dev
	@$(INSTALL) --require-hashes -r requirements/docs.txt
	@touch $@
