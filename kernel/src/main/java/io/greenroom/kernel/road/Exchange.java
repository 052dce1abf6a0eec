package io.greenroom.kernel.road;

import io.greenroom.contract.AccountPrefix;
import io.greenroom.contract.Contract;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Property;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.DateRange;
import io.greenroom.kernel.PageRequest;
import io.greenroom.kernel.doc.Caller;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.doc.Texts;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Header;
import io.greenroom.kernel.http.QueryString;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.http.body.FormParts;
import io.greenroom.kernel.road.history.CompletedRequest;
import io.greenroom.kernel.store.Cursor;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request on the road, with the results of the steps so far. Used by one thread. */
public final class Exchange {
    private static final Pattern UNPRINTABLE = Pattern.compile("[^ -~]");
    private static final int LONGEST_WARNING = 500;

    private final Request request;
    private final Contract contract;
    private final String trackingId;
    private final String origin;
    private final Instant startedAt;
    private final long startedNanos;
    final Map<String, String> path = new LinkedHashMap<>();
    final Map<String, Header> headers = new LinkedHashMap<>();
    final Map<String, String> hashes = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>(0);

    @Nullable
    Endpoint endpoint;

    @Nullable
    AccountPrefix accountPrefix;

    /** The account in the account prefix. */
    String within = "";

    @Nullable
    Caller caller;

    @Nullable
    Doc account;

    @Nullable
    QueryString rawQuery;

    @Nullable
    QueryString listQuery;

    @Nullable
    Doc query;

    /** The requested range of dates; null if the operation takes none, or if the range depends on another account. */
    @Nullable
    DateRange range;

    @Nullable
    Doc sent;

    /** The bytes of a short JSON body, for the history. */
    ByteBuffer jsonBody = CompletedRequest.NO_BODY;

    @Nullable
    Doc body;

    @Nullable
    FormParts form;

    Object prepared = Bindings.DONE;

    @Nullable
    Object result;

    @Nullable
    Answer answer;

    private String fault = "";
    private UnaryOperator<Answer> damage = UnaryOperator.identity();
    private @Nullable Refusal afterwards;

    PageRequest page = new PageRequest(1, 30, Cursor.START);

    /**
     * A request that has just arrived.
     *
     * @param request as received
     * @param contract with the failures
     * @param trackingId sent with the response
     * @param origin the prefix of this server's URLs
     * @param startedAt the system's time
     * @param startedNanos the stopwatch's reading
     */
    public Exchange(
            Request request,
            Contract contract,
            String trackingId,
            String origin,
            Instant startedAt,
            long startedNanos) {
        this.request = request;
        this.contract = contract;
        this.trackingId = trackingId;
        this.origin = origin;
        this.startedAt = startedAt;
        this.startedNanos = startedNanos;
    }

    public Request request() {
        return request;
    }

    public String trackingId() {
        return trackingId;
    }

    public String origin() {
        return origin;
    }

    Instant startedAt() {
        return startedAt;
    }

    public long startedNanos() {
        return startedNanos;
    }

    /** The operation and its handler, once the route is found. */
    public Endpoint endpoint() {
        return reached(endpoint, "route");
    }

    /** The requested operation, once the route is found. */
    public Operation operation() {
        return endpoint().operation();
    }

    /** The account prefix of the path, unless it names the caller's own account. */
    Optional<AccountPrefix> accountPrefix() {
        return within.equals("me") || within.equals(caller().home())
                ? Optional.empty()
                : Optional.ofNullable(accountPrefix);
    }

    /** The account prefix if the request accesses a sub account: by the prefix or by a parameter of the operation. */
    Optional<AccountPrefix> below() {
        return accountPrefix().or(() -> contract.accountPrefix().filter(any -> namesAnotherAccount()));
    }

    private boolean namesAnotherAccount() {
        for (Property property : operation().path()) {
            if (property.schema().hasFormat("account") && !caller().home().equals(path.get(property.name()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a route was found. */
    public Optional<Endpoint> routed() {
        return Optional.ofNullable(endpoint);
    }

    public Caller caller() {
        return reached(caller, "authenticate");
    }

    public Optional<Caller> identified() {
        return Optional.ofNullable(caller);
    }

    /** The account's row. */
    public Doc account() {
        return reached(account, "authenticate");
    }

    public Map<String, String> path() {
        return path;
    }

    /** The query as it was sent. */
    public QueryString rawQuery() {
        return reached(rawQuery, "receive");
    }

    /** The effective query: as it was sent, or as a page token carries it. */
    QueryString listQuery() {
        return reached(listQuery, "read the query");
    }

    public Doc query() {
        return reached(query, "validate");
    }

    /** The body as it was sent, before validation. */
    Doc sent() {
        return reached(sent, "read");
    }

    public Doc body() {
        return reached(body, "validate");
    }

    /** The input of the handler. */
    Call.Input input() {
        return new Call.Input(
                caller(), account(), path, query(), body(), hashes, Optional.ofNullable(form), page, origin);
    }

    public Object result() {
        return reached(result, "handle");
    }

    /** Sets the operation's result: a document, a page, an answer or {@link Bindings#DONE}. */
    public void result(Object outcome) {
        result = outcome;
    }

    public Answer answer() {
        return reached(answer, "shape");
    }

    /**
     * Adds a warning, which a header and the log report. Characters that a header cannot carry become question marks,
     * since most of the text comes from the caller.
     */
    void warn(String warning) {
        String printable = UNPRINTABLE.matcher(warning).replaceAll("?");
        warnings.add(Texts.abbreviate(printable, LONGEST_WARNING));
    }

    public List<String> warnings() {
        return warnings;
    }

    /** Adds a header to the response. */
    public void header(String name, String value) {
        header(new Header(name, value));
    }

    /** Adds a header to the response, usually one that many responses share. */
    public void header(Header header) {
        headers.put(header.name(), header);
    }

    private <T> T reached(@Nullable T value, String step) {
        if (value == null) {
            throw new ContractViolation("The request has not passed the step " + step);
        }
        return value;
    }

    /** Removes a header that an earlier step added to the response. */
    public void withoutHeader(String name) {
        headers.remove(name);
    }

    /**
     * Lets a fault change the answer, whatever it will be.
     *
     * @param name of the fault, for the history
     */
    public void spoil(String name, UnaryOperator<Answer> how) {
        fault = name;
        damage = how;
    }

    /** The fault that struck the request, empty if none did. */
    String fault() {
        return fault;
    }

    /** The answer as a fault leaves it. */
    Answer spoiled(Answer whole) {
        return damage.apply(whole);
    }

    /** Refuses the request once it has had its effect. */
    public void refuseAfterwards(Refusal refusal) {
        afterwards = refusal;
    }

    Optional<Refusal> refusalAfterwards() {
        return Optional.ofNullable(afterwards);
    }

    /** A refusal of the road itself; pairs of placeholders and values follow its name. */
    public Refusal refuse(String failure, String... pairs) {
        Map<String, String> values = new LinkedHashMap<>(path);
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return new Refusal(contract.failure(failure), values);
    }

    /** A refusal for faults of single fields. */
    public Refusal refuse(String failure, List<Refusal.FieldFault> faults) {
        return new Refusal(contract.failure(failure), path, faults, Map.of());
    }
}
