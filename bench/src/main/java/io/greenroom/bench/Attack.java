package io.greenroom.bench;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Hostile connections of one kind, and well-behaved clients meanwhile and afterwards. Arguments: the kind, the port,
 * the number of hostile connections, the seconds, a token, the account, and the credentials of an app. It prints one
 * line: {@code figures}, the requests, those that failed, p50, p99 and the longest in milliseconds, the milliseconds
 * until all is as before, and the hostile connections at the end.
 */
final class Attack {
    private static final int CLIENTS = 4;
    private static final long GATHER_SECONDS = 4;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    /** All is as before when no request of three rounds fails or takes longer. */
    private static final long USUAL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final int USUAL_ROUNDS = 3;
    private static final int WARM_UP_ROUNDS = 20;
    private static final int SLOWEST = 8;

    private Attack() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int port = Integer.parseInt(args[1]);
        long nanos = TimeUnit.SECONDS.toNanos(Long.parseLong(args[3]));
        GoodClients clients = new GoodClients(port, args[4], args[5], args[6]);
        warmUp(clients);
        HostileCrowd crowd = new HostileCrowd(HostileKind.named(args[0]), port, Integer.parseInt(args[2]));
        Thread attack = Thread.ofPlatform().daemon().start(crowd);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(GATHER_SECONDS));
        List<Thread> threads = IntStream.range(0, CLIENTS)
                .mapToObj(i -> Thread.ofVirtual().start(() -> clients.run(nanos)))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        int open = crowd.open();
        crowd.close();
        attack.join();
        long recovery = recovery(clients);
        long failed =
                clients.outcomes().stream().filter(GoodClients.Outcome::failed).count();
        System.err.println("failed: " + failures(clients));
        System.err.println("slowest: " + slowest(clients));
        System.out.printf(
                Locale.ROOT,
                "figures %d %d %.1f %.1f %.1f %d %d%n",
                clients.outcomes().size(),
                failed,
                clients.millis(0.5),
                clients.millis(0.99),
                clients.millis(1),
                TimeUnit.NANOSECONDS.toMillis(recovery),
                open);
    }

    private static String failures(GoodClients clients) {
        return clients.outcomes().stream()
                .filter(GoodClients.Outcome::failed)
                .collect(Collectors.groupingBy(
                        outcome -> outcome.request() + " -> " + outcome.status(), Collectors.counting()))
                .toString();
    }

    private static String slowest(GoodClients clients) {
        return clients.outcomes().stream()
                .sorted(Comparator.comparingLong(GoodClients.Outcome::nanos).reversed())
                .limit(SLOWEST)
                .map(outcome -> outcome.request() + " " + TimeUnit.NANOSECONDS.toMillis(outcome.nanos()) + " ms")
                .toList()
                .toString();
    }

    /** Has the server do once what it does only once. */
    private static void warmUp(GoodClients clients) {
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            clients.round();
        }
    }

    private static long recovery(GoodClients clients) {
        long began = System.nanoTime();
        int usual = 0;
        long recovered = began;
        while (usual < USUAL_ROUNDS && System.nanoTime() - began < PATIENCE_NANOS) {
            boolean all = clients.round().stream().noneMatch(o -> o.failed() || o.nanos() > USUAL_NANOS);
            usual = all ? usual + 1 : 0;
            recovered = usual == 0 ? System.nanoTime() : recovered;
        }
        return usual == USUAL_ROUNDS ? recovered - began : PATIENCE_NANOS;
    }
}
