package io.greenroom.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Kills the product while it creates users, repeatedly, and checks each time that no acknowledged user is lost.
 * Arguments: the number of rounds, a token, the database file, a file for the product's output, and {@code
 * name=port=command}. Exits with status 1 on a loss.
 */
final class KillRounds {
    private static final int CLIENTS = 16;
    private static final int LEAST_MILLIS = 300;
    private static final int MOST_MILLIS = 1_500;

    private final Subject product;
    private final String token;
    private final Path database;
    private final File log;
    private final Random random = new Random(1);
    /** The addresses of all users whose creation was acknowledged with 201. */
    private final Set<String> promised = ConcurrentHashMap.newKeySet();

    private KillRounds(Subject product, String token, Path database, File log) {
        this.product = product;
        this.token = token;
        this.database = database;
        this.log = log;
    }

    public static void main(String[] args) throws Exception {
        KillRounds rounds = new KillRounds(Subject.of(args[4]), args[1], Path.of(args[2]), new File(args[3]));
        boolean kept = true;
        for (int round = 1; round <= Integer.parseInt(args[0]); round++) {
            kept &= rounds.run(round);
        }
        System.exit(kept ? 0 : 1);
    }

    private boolean run(int round) throws Exception {
        int before = promised.size();
        createAndKill(round);
        Inspection inDatabase = DatabaseInspector.inspect(database, promised);
        Process process = start();
        Inspection overHttp;
        try {
            overHttp = new ApiInspector(product.port(), token).inspect(promised);
        } finally {
            kill(process);
        }
        System.out.printf(
                "round %d: %d users promised, %d in all; database: %s; API: %s%n",
                round, promised.size() - before, promised.size(), inDatabase, overHttp);
        return inDatabase.fine() && overHttp.fine() && overHttp.users() == inDatabase.users();
    }

    private void createAndKill(int round) throws IOException, InterruptedException {
        Process process = start();
        try (Creators creators = new Creators(product.port(), token, "round-" + round, promised)) {
            creators.start(CLIENTS);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LEAST_MILLIS, MOST_MILLIS));
            kill(process);
        }
    }

    private Process start() throws IOException, InterruptedException {
        Process process = product.start(log);
        product.await(process, "/readyz", token);
        return process;
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
