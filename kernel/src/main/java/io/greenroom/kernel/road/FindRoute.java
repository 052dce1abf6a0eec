package io.greenroom.kernel.road;

import io.greenroom.contract.AccountPrefix;
import io.greenroom.contract.Property;
import io.greenroom.kernel.http.RequestPath;
import java.util.List;
import java.util.Optional;

/**
 * Step 2, route: finds the operation. A path without a route is 404/2300, and so is a wrong method. Only if no route
 * matches, the path's beginning is read as the account prefix: {@code /accounts/{accountId}} before another path.
 */
final class FindRoute implements Step {
    private final Router router;
    private final Optional<AccountPrefix> accountPrefix;
    private final String place;

    /**
     * A step for all routes of a contract.
     *
     * @param router finds the operations
     * @param accountPrefix may precede the routes
     * @param place the segment before them, {@code v2}
     */
    FindRoute(Router router, Optional<AccountPrefix> accountPrefix, String place) {
        this.router = router;
        this.accountPrefix = accountPrefix;
        this.place = place;
    }

    @Override
    public void take(Exchange exchange) {
        List<String> segments = RequestPath.segments(exchange.request().rawPath())
                .orElseThrow(() -> exchange.refuse("endpoint-unknown"));
        if (segments.isEmpty() || !segments.getFirst().equals(place)) {
            throw exchange.refuse("endpoint-unknown");
        }
        Router.Match match = find(exchange, segments.subList(1, segments.size()))
                .orElseThrow(() -> exchange.refuse("endpoint-unknown"));
        exchange.endpoint = match.endpoint();
        List<Property> parameters = match.endpoint().operation().path();
        for (int i = 0; i < parameters.size(); i++) {
            exchange.path.put(parameters.get(i).name(), match.values().get(i));
        }
    }

    private Optional<Router.Match> find(Exchange exchange, List<String> path) {
        Optional<Router.Match> match = router.find(exchange.request().method(), path);
        if (match.isPresent() || accountPrefix.isEmpty()) {
            return match;
        }
        return accountPrefix.get().account(path).flatMap(account -> {
            exchange.accountPrefix = accountPrefix.get();
            exchange.within = account;
            return router.find(
                    exchange.request().method(),
                    path.subList(accountPrefix.get().segments().size(), path.size()));
        });
    }
}
