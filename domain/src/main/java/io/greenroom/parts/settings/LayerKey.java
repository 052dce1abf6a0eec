package io.greenroom.parts.settings;

/**
 * Whose layer it is.
 *
 * @param layer {@code account}, {@code group} or {@code user}, as the contract has it
 * @param ownerId the id of that account, group or user
 * @param locksOnly whether only what it locks counts there
 */
public record LayerKey(String layer, String ownerId, boolean locksOnly) {

    public static LayerKey account(String id) {
        return new LayerKey("account", id, false);
    }

    public static LayerKey group(String id) {
        return new LayerKey("group", id, false);
    }

    /** A group that is not a user's first: it still locks settings for them, but decides nothing else. */
    public static LayerKey locksOfGroup(String id) {
        return new LayerKey("group", id, true);
    }

    public static LayerKey user(String id) {
        return new LayerKey("user", id, false);
    }

    String key() {
        return layer + "/" + ownerId;
    }
}
