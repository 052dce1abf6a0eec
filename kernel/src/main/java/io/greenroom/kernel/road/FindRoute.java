package io.greenroom.kernel.road;

import io.greenroom.contract.Property;
import io.greenroom.kernel.http.RequestPath;
import java.util.List;

/** Step 2, route: finds the operation. What no route leads to is 404/2300, a wrong method too. */
final class FindRoute implements Step {
    private final Router router;
    private final int prefix;

    /**
     * A step for all routes of a contract.
     *
     * @param router knows the routes
     * @param prefix how many segments come before them, 1 for {@code /v2}
     */
    FindRoute(Router router, int prefix) {
        this.router = router;
        this.prefix = prefix;
    }

    @Override
    public void take(Exchange exchange) {
        List<String> segments = RequestPath.segments(exchange.request().rawPath())
                .orElseThrow(() -> exchange.refuse("endpoint-unknown"));
        if (segments.size() <= prefix) {
            throw exchange.refuse("endpoint-unknown");
        }
        Router.Match match = router.find(exchange.request().method(), segments.subList(prefix, segments.size()))
                .orElseThrow(() -> exchange.refuse("endpoint-unknown"));
        exchange.promise = match.promise();
        List<Property> parameters = match.promise().operation().path();
        for (int i = 0; i < parameters.size(); i++) {
            exchange.path.put(parameters.get(i).name(), match.values().get(i));
        }
    }
}
