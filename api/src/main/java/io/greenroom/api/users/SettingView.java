package io.greenroom.api.users;

import io.greenroom.kernel.Doc;
import io.greenroom.parts.settings.AuthenticationOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which part of the settings a request is about: its {@code option}. */
enum SettingView {
    MEETING_AUTHENTICATION("meeting_authentication"),
    RECORDING_AUTHENTICATION("recording_authentication"),
    MEETING_SECURITY("meeting_security");

    private static final String OPTIONS = "authentication_options";

    private final String field;

    SettingView(String field) {
        this.field = field;
    }

    static Optional<SettingView> of(Doc query) {
        // The published file spells the option of PATCH like that.
        String option = query.text("option", "").replace("secuirty", "security");
        return Arrays.stream(values()).filter(view -> view.field.equals(option)).findFirst();
    }

    /** The list of options that belongs to this part. */
    Optional<AuthenticationOptions> options() {
        return switch (this) {
            case MEETING_AUTHENTICATION -> Optional.of(AuthenticationOptions.MEETING);
            case RECORDING_AUTHENTICATION -> Optional.of(AuthenticationOptions.RECORDING);
            case MEETING_SECURITY -> Optional.empty();
        };
    }

    /** The settings that a request sees: the part that it names, else all that no part has. */
    static Doc cut(Doc settings, Optional<SettingView> view) {
        return view.map(part -> settings.only(part.field, OPTIONS)).orElseGet(() -> {
            Arrays.stream(values()).forEach(part -> settings.remove(part.field));
            return settings;
        });
    }

    /** The settings of those names, each in its group; a group that is named is shown whole. */
    static Doc select(Doc settings, String names) {
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
