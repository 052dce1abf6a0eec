package io.greenroom.parts.settings;

import io.greenroom.kernel.doc.Doc;
import java.util.Optional;

/**
 * Two names of one setting.
 *
 * @param group the group of the second name
 * @param name the second name
 * @param keptGroup the group in which it is kept; empty when it is in no group
 * @param keptName the name under which it is kept
 */
public record SettingAlias(String group, String name, String keptGroup, String keptName) {
    /** Both names, dotted. */
    public static SettingAlias of(String dotted, String keptDotted) {
        int dot = dotted.indexOf('.');
        int keptDot = keptDotted.indexOf('.');
        return new SettingAlias(
                dotted.substring(0, dot),
                dotted.substring(dot + 1),
                keptDotted.substring(0, Math.max(0, keptDot)),
                keptDotted.substring(keptDot + 1));
    }

    /** The second name, dotted where it is in a group. */
    String dotted() {
        return dotted(group, name);
    }

    /** The name under which it is kept, dotted where it is in a group. */
    String keptDotted() {
        return dotted(keptGroup, keptName);
    }

    private static String dotted(String group, String name) {
        return group.isEmpty() ? name : group + "." + name;
    }

    /** Shows the setting under its second name too. */
    void show(Doc settings) {
        Optional<Object> kept = value(settings, keptGroup, keptName);
        settings.within(group).put(name, kept);
    }

    /** Moves a request's value from the second name to the first, unless the first has one. */
    void rename(Doc request) {
        value(request, group, name).ifPresent(value -> {
            request.doc(group).remove(name);
            (keptGroup.isEmpty() ? request : request.within(keptGroup)).putIfAbsent(keptName, value);
        });
    }

    private static Optional<Object> value(Doc settings, String group, String name) {
        Optional<Doc> holder = group.isEmpty() ? Optional.of(settings) : settings.optionalDoc(group);
        return holder.flatMap(found -> Optional.ofNullable(found.get(name)));
    }
}
