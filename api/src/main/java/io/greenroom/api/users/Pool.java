package io.greenroom.api.users;

/**
 * The places that a plan has for users of one kind, and who takes them.
 *
 * @param places how many there are
 * @param present how many active users take
 * @param invited how many users take who have not accepted their invitation yet
 */
record Pool(long places, long present, long invited) {
    static final Pool UNLIMITED = new Pool(Long.MAX_VALUE, 0, 0);

    /** Whether one more fits in. */
    enum Room {
        LEFT,
        /** The users who are there take all places. */
        NONE,
        /** Those who are invited take the last. */
        FULL
    }

    Room room() {
        if (present >= places) {
            return Room.NONE;
        }
        return present + invited >= places ? Room.FULL : Room.LEFT;
    }
}
