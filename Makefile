.PHONY: test lint

# Every test.
test:
	cargo test --workspace

# Formatting and lints.
lint:
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings
