package io.greenroom.kernel.road;

import io.greenroom.kernel.doc.Refusal;

/** One step of the road. Threads share it, each with its own exchange. */
public interface Step {

    /**
     * Processes a request.
     *
     * @throws Refusal to end the request here
     */
    void take(Exchange exchange);
}
