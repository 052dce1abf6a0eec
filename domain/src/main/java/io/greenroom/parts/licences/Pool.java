package io.greenroom.parts.licences;

/**
 * The places that a plan has for users of one kind, and how many are taken.
 *
 * @param places the number of places
 * @param present the number of active users
 * @param invited the number of pending users
 */
record Pool(long places, long present, long invited) {
    static final Pool EMPTY = new Pool(0, 0, 0);
    static final Pool UNLIMITED = new Pool(Long.MAX_VALUE, 0, 0);

    /** Whether one more user fits. */
    enum Room {
        LEFT,
        /** Active users take all places. */
        NONE,
        /** Pending users take the last places. */
        FULL
    }

    Room room() {
        if (present >= places) {
            return Room.NONE;
        }
        return present + invited >= places ? Room.FULL : Room.LEFT;
    }
}
