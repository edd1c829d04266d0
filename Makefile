# For those whose fingers say make; everything is in ./dev.
.PHONY: run test check bench
run test check bench:
	./dev $@
