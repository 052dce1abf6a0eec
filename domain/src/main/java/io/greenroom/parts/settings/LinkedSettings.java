package io.greenroom.parts.settings;

import io.greenroom.kernel.doc.Doc;
import java.util.List;
import java.util.Optional;

/**
 * Settings that are shown and changed among the locks, and are held by the lock of a switch: who locks the waiting room
 * locks what belongs to it. Threads may share it.
 *
 * @param all every one of them
 */
public record LinkedSettings(List<Held> all) {

    /**
     * One of them.
     *
     * @param group the group of settings that both are in
     * @param setting what is held
     * @param byLock the lock that holds it
     */
    public record Held(String group, String setting, String byLock) {}

    /** Those that groups have, as accounts do. */
    public static final LinkedSettings COMMON = new LinkedSettings(List.of(
            new Held("recording", "ip_address_access_control", "ip_address_access_control"),
            new Held("meeting_security", "encryption_type", "end_to_end_encrypted_meetings"),
            new Held("meeting_security", "meeting_password_requirement", "meeting_password"),
            new Held("meeting_security", "waiting_room_settings", "waiting_room"),
            new Held("meeting_security", "block_user_domain_list", "block_user_domain")));

    /**
     * Locks as a request sees them.
     *
     * @param view an empty document, to be filled
     * @param locks those in force; the document is this one's to change
     * @param settings those in force
     */
    public Doc shown(Doc view, Doc locks, Doc settings) {
        all.forEach(held -> locks.within(held.group).remove(held.setting));
        Doc shown = view.take(locks);
        for (Held held : all) {
            Object value = settings.doc(held.group).get(held.setting);
            shown.within(held.group).put(held.setting, Optional.ofNullable(value));
        }
        return shown;
    }

    /**
     * The settings among what a request brings.
     *
     * @param values an empty document, to be filled
     */
    public Doc values(Doc request, Doc values) {
        all.forEach(held -> value(request, held.group, held.setting)
                .ifPresent(value -> values.within(held.group).put(held.setting, value)));
        return values;
    }

    /**
     * The locks among what a request brings, and those of what they hold.
     *
     * @param locks an empty document, to be filled
     */
    public Doc locks(Doc body, Doc locks) {
        Doc request = body.copy();
        all.forEach(held -> request.optionalDoc(held.group).ifPresent(group -> group.remove(held.setting)));
        for (String name : request.names()) {
            request.optionalDoc(name)
                    .ifPresentOrElse(
                            group -> locks.put(name, plain(locks, name, group)), () -> locks.put(name, Doc.NULL));
        }
        all.forEach(held -> value(locks, held.group, held.byLock)
                .ifPresent(lock -> locks.within(held.group).put(held.setting, lock)));
        // Addresses have no switch of their own among the locks: they are held while they are in force.
        body.optionalDoc("recording")
                .flatMap(group -> value(group, "ip_address_access_control", "enable"))
                .ifPresent(lock -> locks.within("recording").put("ip_address_access_control", lock));
        return locks;
    }

    /** A group of locks without what stands beside them. */
    private static Doc plain(Doc locks, String name, Doc group) {
        Doc plain = locks.copy().within(name);
        group.names().forEach(lock -> plain.put(lock, Optional.ofNullable(group.get(lock))));
        return plain;
    }

    private static Optional<Object> value(Doc settings, String group, String name) {
        return settings.optionalDoc(group).map(found -> found.get(name));
    }
}
