package io.greenroom.parts.settings;

/**
 * Whose layer it is.
 *
 * @param layer {@code account}, {@code group} or {@code user}, as the contract has it
 * @param ownerId the id of that account, group or user
 */
public record Place(String layer, String ownerId) {

    public static Place account(String id) {
        return new Place("account", id);
    }

    public static Place group(String id) {
        return new Place("group", id);
    }

    public static Place user(String id) {
        return new Place("user", id);
    }

    String key() {
        return layer + "/" + ownerId;
    }
}
