package io.greenroom.contract;

import java.util.Locale;

/** What the operation log files a change under: the categories of the report "Operation logs". */
public enum LogCategory {
    USER,
    USER_SETTINGS,
    ACCOUNT,
    BILLING,
    IM,
    RECORDING,
    PHONE_CONTACTS,
    WEBINAR,
    SUB_ACCOUNT,
    ROLE,
    ZOOM_ROOMS;

    /** As the report spells it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
