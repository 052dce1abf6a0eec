package io.greenroom.parts.settings;

import io.greenroom.kernel.doc.Doc;
import java.util.List;
import java.util.Optional;

/**
 * Settings that requests get and update among the locks, and that are locked together with a switch: locking the
 * waiting room locks its settings. Threads may share it.
 *
 * @param all every one of them
 */
public record LinkedSettings(List<Linked> all) {

    /**
     * One of them.
     *
     * @param group the group of settings that both are in
     * @param setting the linked setting
     * @param lock the lock that also locks it, or the field of the setting that locks it while it is true
     * @param byField whether {@code lock} is a field of the setting
     */
    public record Linked(String group, String setting, String lock, boolean byField) {

        /** A setting that is locked together with a switch of its group. */
        public static Linked byLock(String group, String setting, String lock) {
            return new Linked(group, setting, lock, false);
        }

        /** A setting without a switch of its own among the locks: it is locked while its field is true. */
        public static Linked byField(String group, String setting, String field) {
            return new Linked(group, setting, field, true);
        }

        private Optional<Object> lock(Doc request, Doc locks) {
            return byField
                    ? request.optionalDoc(group).flatMap(found -> value(found, setting, lock))
                    : value(locks, group, lock);
        }
    }

    /**
     * Locks as a request sees them, with the linked settings.
     *
     * @param view an empty document, to be filled
     * @param locks the locks in force; this method may change the document
     * @param settings the settings in force
     */
    public Doc shown(Doc view, Doc locks, Doc settings) {
        all.forEach(linked -> locks.within(linked.group).remove(linked.setting));
        Doc shown = view.take(locks);
        for (Linked linked : all) {
            Object value = settings.doc(linked.group).get(linked.setting);
            shown.within(linked.group).put(linked.setting, Optional.ofNullable(value));
        }
        return shown;
    }

    /**
     * The linked settings in a request.
     *
     * @param values an empty document, to be filled
     */
    public Doc values(Doc request, Doc values) {
        all.forEach(linked -> value(request, linked.group, linked.setting)
                .ifPresent(value -> values.within(linked.group).put(linked.setting, value)));
        return values;
    }

    /**
     * The locks in a request, and those of the settings linked with them.
     *
     * @param locks an empty document, to be filled
     */
    public Doc locks(Doc body, Doc locks) {
        Doc request = body.copy();
        all.forEach(linked -> request.optionalDoc(linked.group).ifPresent(group -> group.remove(linked.setting)));
        for (String name : request.names()) {
            request.optionalDoc(name)
                    .ifPresentOrElse(
                            group -> locks.put(name, plain(locks, name, group)), () -> locks.put(name, Doc.NULL));
        }
        all.forEach(linked -> linked.lock(body, locks)
                .ifPresent(lock -> locks.within(linked.group).put(linked.setting, lock)));
        return locks;
    }

    /** A group of locks without the settings beside them. */
    private static Doc plain(Doc locks, String name, Doc group) {
        Doc plain = locks.copy().within(name);
        group.names().forEach(lock -> plain.put(lock, Optional.ofNullable(group.get(lock))));
        return plain;
    }

    private static Optional<Object> value(Doc settings, String group, String name) {
        return settings.optionalDoc(group).map(found -> found.get(name));
    }
}
