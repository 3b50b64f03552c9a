.PHONY: run bench test soak lint baseline assets set-up set-up-test

css := crates/web/assets/built/tutela.css

# The demonstration, on this machine only: http://127.0.0.1:8000
run: assets
	cargo run --release -p tutela -- demo --listen 127.0.0.1:8000

# Every test, those in a browser and on PostgreSQL too.
test: set-up-test assets
	cargo test --workspace
	cargo build -p tutela
	cargo build -p tutela-web --example gallery
	node --test --test-concurrency=2 tests/browser/

# Measures on invented data (docs/BENCHMARKS.md); BENCH_CASES, BENCH_SECONDS, BENCH_ROUNDS and BENCH_DATA change what.
bench: assets
	cargo build --release -p tutela -p tutela-bench
	cargo run --release -q -p tutela-bench

# A disk that is really full, as root or where `unshare --map-root-user` is allowed; then the server is killed under load again and
# again: ten minutes, or `make soak SECONDS=3600`.
SECONDS ?= 600
soak: set-up-test assets
	cargo test -p tutela --test full -- --ignored --nocapture
	TUTELA_SOAK_SECONDS=$(SECONDS) cargo test -p tutela --test killed -- --ignored --nocapture

# Formatting and lints.
lint: assets
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings

# The book of the baseline, docs/BASELINE.md, from the pack.
baseline:
	@mkdir -p target
	cargo run -q -p tutela -- pack handbook packs/baseline > target/baseline.md
	mv target/baseline.md docs/BASELINE.md

# The style sheets of the pages.
assets: set-up $(css)

$(css): crates/web/assets/tutela.scss $(wildcard crates/web/assets/parts/*.scss) scripts/build-assets.mjs package-lock.json
	node scripts/build-assets.mjs

set-up:
	@scripts/set-up

set-up-test:
	@scripts/set-up --browser --postgres
