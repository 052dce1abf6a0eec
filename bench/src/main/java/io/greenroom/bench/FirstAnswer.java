package io.greenroom.bench;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Prints the milliseconds from the start of a process to its first 200 for {@code GET /v2/users/me}, for several
 * servers in turn. Arguments: the number of rounds, a token, a file for the servers' output, and for each server its
 * {@code name=port=command}.
 */
final class FirstAnswer {
    private static final int REST_MILLIS = 1_000;

    private FirstAnswer() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<Subject> subjects = Stream.of(args).skip(3).map(Subject::of).toList();
        int rounds = Integer.parseInt(args[0]);
        for (int round = 0; round <= rounds; round++) {
            for (Subject subject : subjects) {
                double millis = millis(subject, args[1], new File(args[2]));
                // The first round warms the files and this program.
                if (round > 0) {
                    System.out.printf("%s %.0f%n", subject.name(), millis);
                }
            }
        }
    }

    private static double millis(Subject subject, String token, File log) throws IOException, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
        long start = System.nanoTime();
        Process process = subject.start(log);
        try {
            subject.await(process, "/v2/users/me", token);
            return (System.nanoTime() - start) / 1e6;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }
}
