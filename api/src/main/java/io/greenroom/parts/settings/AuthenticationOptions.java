package io.greenroom.parts.settings;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ways in which people may have to say who they are before they come in: a list that the account makes, and of
 * which lower layers rename, hide or prefer entries.
 */
public enum AuthenticationOptions {
    MEETING("meeting_authentication_options", "signIn_", "Sign in to Zoom", "enforce_login"),
    RECORDING("recording_authentication_options", "internally_", "Only users of the account", "internally");

    private final String field;
    private final String prefix;
    private final String name;
    private final String type;

    AuthenticationOptions(String field, String prefix, String name, String type) {
        this.field = field;
        this.prefix = prefix;
        this.name = name;
        this.type = type;
    }

    /** The options that count at the end of a chain. */
    public List<Doc> inForce(Call call, List<Place> chain) {
        List<Doc> options = new ArrayList<>(List.of(first(call)));
        chain.stream()
                .filter(place -> !place.locksOnly())
                .flatMap(place -> call.store().find(Settings.LAYERS, place.key()).stream())
                .flatMap(layer -> layer.docs(field).stream())
                .forEach(own -> overlay(options, own));
        return options;
    }

    /** The option that every account has. */
    private Doc first(Call call) {
        return call.blank("AuthenticationOption")
                .put("id", prefix + call.store().account())
                .put("name", name)
                .put("type", type)
                .put("default_option", true)
                .put("visible", true);
    }

    private static void overlay(List<Doc> options, Doc own) {
        if (own.flag("default_option")) {
            options.replaceAll(option -> option.copy().put("default_option", false));
        }
        options.replaceAll(option -> isSame(option, own) ? option.copy().take(own) : option);
        if (options.stream().noneMatch(option -> isSame(option, own))) {
            options.add(own);
        }
    }

    private static boolean isSame(Doc option, Doc other) {
        return option.id().equals(other.id());
    }

    /**
     * Changes one option in the last layer of a chain; one that is not on the list is left out.
     *
     * @param change its id, what is new, and perhaps an {@code action}: {@code update}, {@code show} or {@code hide}
     */
    public void change(Call call, List<Place> chain, Doc change) {
        Optional<Doc> known = inForce(call, chain).stream()
                .filter(option -> option.text("id").equals(change.text("id", "")))
                .findFirst();
        if (known.isEmpty()) {
            return;
        }
        Doc layer = Settings.own(call.store(), chain.getLast());
        List<Doc> own = new ArrayList<>(layer.docs(field));
        Doc option = own.stream()
                .filter(kept -> isSame(kept, known.get()))
                .findFirst()
                .orElseGet(() ->
                        call.blank("AuthenticationOption").put("id", known.get().id()));
        own.remove(option);
        own.add(changed(option, change));
        Settings.keep(call.store(), layer.put(field, own));
    }

    /** The published file spells {@code domains} of recordings {@code domians}. */
    private static Doc changed(Doc option, Doc change) {
        Doc changed = option.copy();
        switch (change.text("action", "update")) {
            case "show" -> changed.put("visible", true);
            case "hide" -> changed.put("visible", false);
            default -> {
                changed.take(change);
                change.optionalText("domians").ifPresent(domains -> changed.put("domains", domains));
            }
        }
        return changed;
    }
}
