package io.greenroom.kernel;

import io.greenroom.kernel.store.Due;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * The result of a preparation that has a file for the media. The road stores the file before the unit, and removes it
 * when the unit refuses; the handler takes it over with {@link Call#useMedia}. A file that no unit has taken over, for
 * example because the process was killed, is removed after an hour.
 *
 * @param name under which the media keep it
 * @param source where it lies until the request ends
 */
public record NewMedia(String name, Path source) {
    private static final Duration UNUSED = Duration.ofHours(1);

    /** The removal of the file, unless a unit takes it over. */
    public Due removal(Instant now) {
        return new Due(Due.NO_ACCOUNT, Media.FORGET, name, now.plus(UNUSED));
    }
}
