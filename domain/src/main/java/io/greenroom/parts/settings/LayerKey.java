package io.greenroom.parts.settings;

/**
 * The key of a layer.
 *
 * @param layer {@code account}, {@code group} or {@code user}, as in the contract
 * @param ownerId the id of that account, group or user
 * @param locksOnly whether only the settings that it locks apply
 */
public record LayerKey(String layer, String ownerId, boolean locksOnly) {

    public static LayerKey account(String id) {
        return new LayerKey("account", id, false);
    }

    public static LayerKey group(String id) {
        return new LayerKey("group", id, false);
    }

    /** A user's group other than the primary one: only the settings that it locks apply to the user. */
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
