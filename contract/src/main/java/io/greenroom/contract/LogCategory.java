package io.greenroom.contract;

import java.util.Locale;

/** The category of a change in the operation log: the categories of the report "Operation logs". */
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

    /** Its spelling in the report. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
