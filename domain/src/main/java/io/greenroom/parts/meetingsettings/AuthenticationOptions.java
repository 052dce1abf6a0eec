package io.greenroom.parts.meetingsettings;

import static io.greenroom.parts.meetingsettings.MeetingSettings.LAYERS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.settings.LayerKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The authentication options of meetings and of recordings: a list that the account defines, and in which lower layers
 * rename, hide or prefer entries. One of them is the default option.
 */
public enum AuthenticationOptions {
    MEETING(
            "meeting_authentication_options",
            "signIn_",
            "Sign in to Zoom",
            "enforce_login enforce_login_with_same_account enforce_login_with_domains"),
    RECORDING(
            "recording_authentication_options",
            "internally_",
            "Only users of the account",
            "internally enforce_login enforce_login_with_domains");

    private final String field;
    private final String prefix;
    private final String name;
    private final String types;

    AuthenticationOptions(String field, String prefix, String name, String types) {
        this.field = field;
        this.prefix = prefix;
        this.name = name;
        this.types = types;
    }

    /** The options in force for the owner of the last layer. */
    public List<Doc> effective(Call call, List<LayerKey> keys) {
        List<Doc> options = new ArrayList<>(List.of(first(call)));
        keys.stream()
                .filter(key -> !key.locksOnly())
                .flatMap(key -> LAYERS.find(call.store(), key).stream())
                .flatMap(layer -> layer.docs(field).stream())
                .forEach(own -> overlay(options, own));
        if (!options.isEmpty() && options.stream().noneMatch(option -> option.flag("default_option"))) {
            options.set(0, options.getFirst().copy().put("default_option", true));
        }
        return options;
    }

    /** The option that every account has from the start. */
    private Doc first(Call call) {
        return call.blank("AuthenticationOption")
                .put("id", prefix + call.store().account())
                .put("name", name)
                .put("type", types().getFirst())
                .put("default_option", true)
                .put("visible", true);
    }

    private static void overlay(List<Doc> options, Doc own) {
        if (own.flag("removed")) {
            options.removeIf(option -> isSame(option, own));
            return;
        }
        if (own.flag("default_option")) {
            options.replaceAll(option -> option.copy().put("default_option", false));
        }
        if (options.stream().anyMatch(option -> isSame(option, own))) {
            options.replaceAll(option -> isSame(option, own) ? option.copy().take(own) : option);
        } else if (own.flag("made_here")) {
            options.add(own);
        }
    }

    private static boolean isSame(Doc option, Doc other) {
        return option.id().equals(other.id());
    }

    /** Whether options of this list may have that type. */
    public boolean allows(String type) {
        return types().contains(type);
    }

    private List<String> types() {
        return List.of(types.split(" "));
    }

    /** The option with that id, if it is in force for the owner of the last layer. */
    public Optional<Doc> find(Call call, List<LayerKey> keys, String id) {
        return effective(call, keys).stream()
                .filter(option -> option.id().equals(id))
                .findFirst();
    }

    /** Adds an option in the last layer, which must be the account's. */
    public void add(Call call, List<LayerKey> keys, Doc wanted) {
        Doc option = call.blank("AuthenticationOption")
                .put("default_option", false)
                .put("visible", true)
                .take(wanted)
                .put("id", call.ids().next())
                .put("made_here", true);
        keep(call, keys.getLast(), option);
    }

    /** Deletes an option in the last layer, which must be the account's. */
    public void remove(Call call, List<LayerKey> keys, String id) {
        LayerKey key = keys.getLast();
        Doc layer = LAYERS.own(call.store(), key);
        List<Doc> own = new ArrayList<>(layer.docs(field));
        own.removeIf(option -> option.id().equals(id));
        if (first(call).id().equals(id)) {
            own.add(call.blank("AuthenticationOption").put("id", id).put("removed", true));
        }
        LAYERS.keep(call.store(), layer.put(field, own));
    }

    /**
     * Changes one option in the last layer; an option that is not in force is ignored.
     *
     * @param change its id, the new values, and optionally an {@code action}: {@code update}, {@code show} or
     *     {@code hide}
     */
    public void change(Call call, List<LayerKey> keys, Doc change) {
        find(call, keys, change.text("id", "")).ifPresent(known -> {
            Doc option = LAYERS.own(call.store(), keys.getLast()).docs(field).stream()
                    .filter(kept -> isSame(kept, known))
                    .findFirst()
                    .orElseGet(() -> call.blank("AuthenticationOption").put("id", known.id()));
            keep(call, keys.getLast(), changed(option, change));
        });
    }

    private void keep(Call call, LayerKey key, Doc option) {
        Doc layer = LAYERS.own(call.store(), key);
        List<Doc> own = new ArrayList<>(layer.docs(field));
        if (option.flag("default_option")) {
            own.replaceAll(other -> other.copy().put("default_option", false));
        }
        own.replaceAll(kept -> kept.id().equals(option.id()) ? option : kept);
        if (own.stream().noneMatch(kept -> kept.id().equals(option.id()))) {
            own.add(option);
        }
        LAYERS.keep(call.store(), layer.put(field, own));
    }

    /** The published file spells {@code domains} of recordings {@code domians}. */
    private static Doc changed(Doc option, Doc change) {
        Doc changed = option.copy();
        switch (change.text("action", "update")) {
            case "show" -> changed.put("visible", true);
            case "hide" -> changed.put("visible", false);
            default -> {
                changed.take(change);
                Optional.of("domians")
                        .filter(change::mayHold)
                        .flatMap(change::optionalText)
                        .ifPresent(domains -> changed.put("domains", domains));
            }
        }
        return changed;
    }
}
