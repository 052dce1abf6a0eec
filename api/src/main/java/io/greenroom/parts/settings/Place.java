package io.greenroom.parts.settings;

/**
 * Whose layer it is.
 *
 * @param layer {@code account}, {@code group} or {@code user}, as the contract has it
 * @param ownerId the id of that account, group or user
 * @param locksOnly whether only what it locks counts there
 */
public record Place(String layer, String ownerId, boolean locksOnly) {

    public static Place account(String id) {
        return new Place("account", id, false);
    }

    public static Place group(String id) {
        return new Place("group", id, false);
    }

    /** A group that is not a user's first: it still locks settings for them, but decides nothing else. */
    public static Place locksOfGroup(String id) {
        return new Place("group", id, true);
    }

    public static Place user(String id) {
        return new Place("user", id, false);
    }

    String key() {
        return layer + "/" + ownerId;
    }
}
