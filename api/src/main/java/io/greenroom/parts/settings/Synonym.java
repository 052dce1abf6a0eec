package io.greenroom.parts.settings;

import io.greenroom.kernel.Doc;
import java.util.Optional;

/**
 * Two names of one setting.
 *
 * @param group where the second name is
 * @param name the second name
 * @param keptGroup where it is kept
 * @param keptName the name by which it is kept
 */
public record Synonym(String group, String name, String keptGroup, String keptName) {

    /** Both names, dotted. */
    public static Synonym of(String dotted, String keptDotted) {
        int dot = dotted.indexOf('.');
        int keptDot = keptDotted.indexOf('.');
        return new Synonym(
                dotted.substring(0, dot),
                dotted.substring(dot + 1),
                keptDotted.substring(0, keptDot),
                keptDotted.substring(keptDot + 1));
    }

    /** Shows the setting under its second name too. */
    void show(Doc settings) {
        Optional<Object> kept = value(settings, keptGroup, keptName);
        settings.within(group).put(name, kept);
    }

    /** What a request says under the second name, said under the first. */
    void rename(Doc request) {
        value(request, group, name).ifPresent(value -> {
            request.doc(group).remove(name);
            request.within(keptGroup).putIfAbsent(keptName, value);
        });
    }

    private static Optional<Object> value(Doc settings, String group, String name) {
        return settings.optionalDoc(group).flatMap(found -> Optional.ofNullable(found.get(name)));
    }
}
