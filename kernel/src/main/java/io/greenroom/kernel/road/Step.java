package io.greenroom.kernel.road;

import io.greenroom.kernel.doc.Refusal;

/** One step of the road. Many threads use it at once, each with an exchange of its own. */
public interface Step {

    /**
     * Takes a request one step on.
     *
     * @throws Refusal when the request ends here
     */
    void take(Exchange exchange);
}
