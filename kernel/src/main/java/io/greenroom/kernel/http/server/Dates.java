package io.greenroom.kernel.http.server;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.http.file.HttpDate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The {@code Date} of answers, written once a second. Threads may share it. */
final class Dates {
    private final Clock clock = Clock.system();
    private volatile Written written = Written.at(Instant.EPOCH);

    /** A header line with its end. */
    private record Written(long second, byte[] line) {
        static Written at(Instant time) {
            String line = "Date: " + HttpDate.write(time) + "\r\n";
            return new Written(time.getEpochSecond(), line.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** The header line of now, with its end. The array must not be changed. */
    byte[] line() {
        Instant now = clock.now();
        Written last = written;
        if (last.second != now.getEpochSecond()) {
            last = Written.at(now);
            written = last;
        }
        return last.line;
    }
}
