package io.greenroom.live.talk;

import io.greenroom.kernel.doc.ContractViolation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What people may complain of when they rate a session, from a data file. The line's number is the complaint's id. */
public final class Complaints {
    private static final String FILE = "/live/complaints.txt";
    private static final List<String> NAMES = read();

    private Complaints() {}

    /** Their names, in the order of their ids. */
    public static List<String> names() {
        return NAMES;
    }

    private static List<String> read() {
        try (InputStream in = Complaints.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new ContractViolation("There is no file " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
