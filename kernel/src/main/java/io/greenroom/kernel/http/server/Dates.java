package io.greenroom.kernel.http.server;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.http.file.HttpDate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The {@code Date} of answers, written once a second. Threads may share it. */
final class Dates {
    private final Clock clock = Clock.system();
    private volatile Written written = new Written(Instant.EPOCH);

    /** A header line with its end. */
    private static final class Written {
        private final long second;
        private final byte[] line;

        Written(Instant time) {
            second = time.getEpochSecond();
            line = ("Date: " + HttpDate.write(time) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** The header line of now, with its end. The array must not be changed. */
    byte[] line() {
        Instant now = clock.now();
        Written last = written;
        if (last.second != now.getEpochSecond()) {
            last = new Written(now);
            written = last;
        }
        return last.line;
    }
}
