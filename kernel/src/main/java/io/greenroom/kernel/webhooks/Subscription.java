package io.greenroom.kernel.webhooks;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.store.OutboxEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The subscription of an app to events of its account. Immutable.
 *
 * @param row as it is stored
 */
public record Subscription(Doc row) {
    /** How many subscriptions an app may have. */
    public static final int MOST = 20;

    private static final String DEAUTHORIZED = "app_deauthorized";
    private static final String FAMILY = ".*";
    private static final String PAYLOAD = "payload";
    private static final String USER_ID = "user_id";

    public String id() {
        return row.id();
    }

    public String account() {
        return row.text("account_id");
    }

    public String app() {
        return row.text("app_id");
    }

    public String url() {
        return row.text("url");
    }

    public String secret() {
        return row.text("secret_token");
    }

    /** Whether an entry of a subscription, a name or a family such as {@code user.*}, selects an event. */
    public static boolean selects(String entry, String event) {
        return entry.endsWith(FAMILY) ? event.startsWith(entry.substring(0, entry.length() - 1)) : entry.equals(event);
    }

    /** Whether an event is to be delivered. */
    public boolean wants(OutboxEvent event) {
        if (row.texts("events").stream().noneMatch(entry -> selects(entry, event.name()))) {
            return false;
        }
        List<String> users = row.texts("user_ids");
        boolean deauthorization = event.name().equals(DEAUTHORIZED);
        if (users.isEmpty() && !deauthorization) {
            return true;
        }
        Doc payload = Json.read(Schema.anyObject(), event.body()).doc(PAYLOAD);
        return deauthorization
                ? payload.text("client_id", "").equals(app())
                : usersOf(event.name(), payload).stream().anyMatch(users::contains);
    }

    /** The users that an event is about; the operator if it names none. */
    private static Set<String> usersOf(String event, Doc payload) {
        Set<String> users = new HashSet<>();
        add(users, payload, USER_ID);
        payload.optionalDoc("object").ifPresent(object -> {
            Stream.of("host_id", "owner_id", USER_ID).forEach(field -> add(users, object, field));
            if (event.startsWith("user.")) {
                add(users, object, "id");
            }
            Stream.of("caller", "callee")
                    .filter(side -> object.get(side) instanceof Doc)
                    .forEach(side -> add(users, object.doc(side), USER_ID));
        });
        if (users.isEmpty()) {
            add(users, payload, "operator_id");
        }
        return users;
    }

    private static void add(Set<String> users, Doc doc, String field) {
        doc.optionalText(field).filter(id -> !id.isEmpty()).ifPresent(users::add);
    }
}
