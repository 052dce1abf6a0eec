package io.greenroom.kernel.road;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Operation;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.CallScope;
import io.greenroom.kernel.auth.Authenticator;
import io.greenroom.kernel.doc.Caller;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.http.Origins;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.http.body.FormParts;
import io.greenroom.kernel.road.history.CompletedRequest;
import io.greenroom.kernel.road.history.Observer;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.StoreUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pipeline of every request, in these steps:
 *
 * <ol>
 *   <li>receive, <li>route, <li>authenticate, <li>authorize, <li>built, <li>enter the sub account, <li>faults,
 *   <li>throttle, <li>read the body, <li>read the query, <li>validate, <li>gate, <li>quotas, <li>prepare, <li>handle
 *   and keep (one unit of the store), <li>shape, <li>respond.
 * </ol>
 *
 * Respond is not in the list of steps, because refusals pass through it too. Announced events are delivered later, by
 * other threads. Refusals and contract violations are caught only here.
 */
public final class Road implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(Road.class);
    private static final byte[] LAST_RESORT =
            "{\"code\":500,\"message\":\"An internal error occurred.\"}".getBytes(StandardCharsets.UTF_8);

    private final CallScope scope;
    private final Origins origins;
    private final List<Step> steps;
    private final ErrorBody errors;
    private final List<Observer> observers;

    private Road(CallScope scope, List<Step> steps, RoadSettings settings) {
        this.scope = scope;
        this.origins = settings.origins();
        this.steps = steps;
        this.errors = new ErrorBody(settings.xmlErrors());
        this.observers = settings.observers();
    }

    /**
     * Creates the road of the public API, below {@code /v2}.
     *
     * @param faults makes requests fail that are to fail
     * @param throttle counts requests against the limits of the operation's label
     * @param quotas counts them against the operation's special limits
     * @param committed called after each committed write
     */
    public static Road of(
            CallScope scope,
            Store store,
            Authenticator authenticator,
            Step faults,
            Step throttle,
            Step quotas,
            Runnable committed,
            RoadSettings settings) {
        PageTokens tokens = new PageTokens(scope.signer());
        List<Step> steps = List.of(
                new Receive(),
                new FindRoute(router(scope), scope.contract().accountPrefix(), "v2"),
                new Authenticate(authenticator, settings.tokenInQuery()),
                new Authorize(store, scope.bindings()),
                new Built(),
                new EnterSubAccount(store, scope.clock()),
                faults,
                throttle,
                new ReadBody(settings),
                new ReadQuery(scope.clock(), tokens),
                new Validate(scope.clock(), settings.strictness()),
                new Gate(),
                quotas,
                new Prepare(store, scope),
                Handle.logged(store, scope, committed),
                new Shape(scope.clock(), tokens));
        return new Road(scope, steps, settings);
    }

    /**
     * Creates the road of the control API.
     *
     * @param place the first segment of its paths
     * @param admit admits or refuses a request before the other steps
     * @param committed called after each committed write
     */
    public static Road ofControl(
            CallScope scope, Store store, String place, Step admit, Runnable committed, RoadSettings settings) {
        PageTokens tokens = new PageTokens(scope.signer());
        List<Step> steps = List.of(
                new Receive(),
                admit,
                new FindRoute(router(scope), Optional.empty(), place),
                new Built(),
                new ReadBody(settings),
                new ReadQuery(scope.clock(), tokens),
                new Validate(scope.clock(), settings.strictness()),
                new EnterControlledAccount(store, scope.clock()),
                new Prepare(store, scope),
                Handle.unlogged(store, scope, committed),
                new Shape(scope.clock(), tokens));
        return new Road(scope, steps, settings);
    }

    private static Router router(CallScope scope) {
        Contract contract = scope.contract();
        Bindings bindings = scope.bindings();
        Router router = new Router();
        for (Operation operation : contract.operations().values()) {
            router.add(Endpoint.of(operation, bindings.handler(operation), contract.fault(operation)));
        }
        return router;
    }

    @Override
    public Answer handle(Request request) {
        String trackingId = scope.ids().trackingId();
        Exchange exchange = new Exchange(
                request,
                scope.contract(),
                trackingId,
                origins.of(request),
                scope.clock().now(),
                scope.clock().stopwatchNanos());
        try {
            return finish(exchange, travel(exchange), List.of());
        } catch (Refusal refusal) {
            return refused(exchange, refusal);
        } catch (StoreUnavailable unavailable) {
            LOG.error("{} {}: {}", trackingId, request.rawPath(), unavailable.getMessage());
            return refused(exchange, exchange.refuse("unavailable"));
        } catch (RuntimeException | Error breach) {
            LOG.error("{} {} {}: breach", trackingId, request.method(), request.rawPath(), breach);
            return finish(exchange, Answer.json(500, LAST_RESORT), List.of("breach"));
        } finally {
            close(exchange.form);
        }
    }

    private Answer travel(Exchange exchange) {
        for (Step step : steps) {
            step.take(exchange);
        }
        exchange.refusalAfterwards().ifPresent(refusal -> {
            throw refusal;
        });
        return exchange.answer();
    }

    private static void close(@Nullable FormParts form) {
        if (form != null) {
            form.close();
        }
    }

    private Answer refused(Exchange exchange, Refusal refusal) {
        refusal.headers().forEach(exchange::header);
        List<String> failures = refusal.faults().stream()
                .map(Refusal.FieldFault::failure)
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        if (!failures.contains(refusal.failure().name())) {
            failures.addFirst(refusal.failure().name());
        }
        return finish(exchange, errors.answer(exchange.request(), refusal), failures);
    }

    private Answer finish(Exchange exchange, Answer answer, List<String> failures) {
        long nanos = scope.clock().stopwatchNanos() - exchange.startedNanos();
        CompletedRequest completed = new CompletedRequest(
                exchange.trackingId(),
                exchange.startedAt(),
                exchange.request().method(),
                exchange.request().rawPath(),
                exchange.request().remoteAddress(),
                exchange.routed().map(endpoint -> endpoint.operation().id()).orElse(""),
                exchange.identified().map(Caller::account).orElse(""),
                answer.status(),
                failures,
                exchange.warnings(),
                exchange.jsonBody,
                exchange.fault(),
                nanos);
        observers.forEach(observer -> observer.observe(completed));
        return exchange.spoiled(Respond.dress(answer, exchange));
    }
}
