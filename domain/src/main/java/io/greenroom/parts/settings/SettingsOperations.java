package io.greenroom.parts.settings;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The two operations that get and update the settings of one owner. With {@code option} in the query they apply to that
 * section, without it to all settings outside of sections; {@code custom_query_fields} selects fields of the answer.
 * Threads may share it.
 */
public final class SettingsOperations {
    private final Settings settings;
    private final List<? extends SettingSection> sections;

    public SettingsOperations(Settings settings, List<? extends SettingSection> sections) {
        this.settings = settings;
        this.sections = List.copyOf(sections);
    }

    /**
     * The settings in force that the query asks for.
     *
     * @param keys the layers that apply to the owner, the owner's own last
     * @param completion adds to all settings what is kept elsewhere
     */
    public Doc show(Call call, List<LayerKey> keys, Consumer<Doc> completion) {
        Doc all = settings.effective(call, keys).document();
        completion.accept(all);
        section(call.query()).ifPresent(section -> section.show(call, keys, all));
        return select(all, call.query());
    }

    /** Updates the owner's own layer, and what the section in the query keeps elsewhere. */
    public Changes change(Call call, List<LayerKey> keys, Doc request) {
        Changes change = settings.change(call, keys, request);
        section(call.query()).ifPresent(section -> section.change(call, keys, change));
        return change;
    }

    private Optional<? extends SettingSection> section(Doc query) {
        String option = query.text("option", "");
        return sections.stream().filter(section -> section.isNamed(option)).findFirst();
    }

    /** The settings, or locks of settings, that a query asks for. */
    public Doc select(Doc shown, Doc query) {
        return fields(
                section(query)
                        .map(section -> shown.only(known(shown, section).toArray(String[]::new)))
                        .orElseGet(() -> outside(shown)),
                query);
    }

    private Doc outside(Doc shown) {
        sections.stream().flatMap(section -> known(shown, section)).forEach(shown::remove);
        return shown;
    }

    private static Stream<String> known(Doc shown, SettingSection section) {
        return section.fields().stream().filter(shown::mayHold);
    }

    /** The settings that a query's {@code custom_query_fields} name, each in its group; all when it names none. */
    public static Doc fields(Doc settings, Doc query) {
        return query.optionalText("custom_query_fields")
                .map(names -> named(settings, names))
                .orElse(settings);
    }

    /** A group that is named is shown whole. */
    private static Doc named(Doc settings, String names) {
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
