package io.greenroom.parts.settings;

import io.greenroom.kernel.doc.Doc;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which part of the settings, or of their locks, a request is about: its {@code option}. */
public enum SettingView {
    MEETING_AUTHENTICATION("meeting_authentication"),
    RECORDING_AUTHENTICATION("recording_authentication"),
    MEETING_SECURITY("meeting_security");

    private static final String OPTIONS = "authentication_options";

    private final String field;

    SettingView(String field) {
        this.field = field;
    }

    /** The part that a query names. */
    public static Optional<SettingView> of(Doc query) {
        // The published file spells the option of a user's PATCH like that.
        String option = query.text("option", "").replace("secuirty", "security");
        return Arrays.stream(values()).filter(view -> view.field.equals(option)).findFirst();
    }

    /** The list of options that belongs to this part. */
    public Optional<AuthenticationOptions> options() {
        return switch (this) {
            case MEETING_AUTHENTICATION -> Optional.of(AuthenticationOptions.MEETING);
            case RECORDING_AUTHENTICATION -> Optional.of(AuthenticationOptions.RECORDING);
            case MEETING_SECURITY -> Optional.empty();
        };
    }

    /** What a request sees: the part that it names, else all that no part has. */
    public static Doc cut(Doc settings, Optional<SettingView> view) {
        return view.map(part -> settings.only(
                        Stream.of(part.field, OPTIONS).filter(settings::mayHold).toArray(String[]::new)))
                .orElseGet(() -> {
                    Arrays.stream(values())
                            .filter(part -> settings.mayHold(part.field))
                            .forEach(part -> settings.remove(part.field));
                    return settings;
                });
    }

    /** What of this a query's {@code custom_query_fields} name; all of it when there are none. */
    public static Doc asked(Doc settings, Doc query) {
        return query.optionalText("custom_query_fields")
                .map(names -> select(settings, names))
                .orElse(settings);
    }

    /** The settings of those names, each in its group; a group that is named is shown whole. */
    private static Doc select(Doc settings, String names) {
        List<String> wanted = Arrays.stream(names.split(",")).map(String::strip).toList();
        Doc selected = new Doc(settings.schema());
        for (String name : settings.names()) {
            Object value = settings.get(name);
            if (value != null && wanted.contains(name)) {
                selected.put(name, value);
            } else if (value instanceof Doc group) {
                Doc chosen = group.only(
                        group.names().stream().filter(wanted::contains).toArray(String[]::new));
                if (!chosen.names().isEmpty()) {
                    selected.put(name, chosen);
                }
            }
        }
        return selected;
    }
}
