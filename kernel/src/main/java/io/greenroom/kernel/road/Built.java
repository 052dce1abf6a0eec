package io.greenroom.kernel.road;

/** Step 5, built: refuses an operation of the contract that is not built, but only to callers who may call it. */
final class Built implements Step {
    @Override
    public void take(Exchange exchange) {
        if (exchange.endpoint().handler().isEmpty()) {
            throw exchange.refuse("not-built", "operation", exchange.operation().id());
        }
    }
}
