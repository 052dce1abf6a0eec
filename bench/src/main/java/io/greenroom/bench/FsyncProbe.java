package io.greenroom.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/**
 * Prints the disk's durable writes per second: 4 kB each, appended to a file that restarts at 64 MB, as SQLite's log
 * does, each synced before the next. Arguments: a folder on that disk, the seconds to run.
 */
final class FsyncProbe {
    private static final int BLOCK = 4096;
    private static final long SIZE = 64L << 20;

    private FsyncProbe() {}

    public static void main(String[] args) throws IOException {
        Path file = Files.createTempFile(Path.of(args[0]), "fsync", ".probe");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            System.out.println(Math.round(perSecond(channel, TimeUnit.SECONDS.toNanos(Long.parseLong(args[1])))));
        } finally {
            Files.delete(file);
        }
    }

    private static double perSecond(FileChannel channel, long nanos) throws IOException {
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        long start = System.nanoTime();
        long count = 0;
        while (System.nanoTime() - start < nanos) {
            block.clear().putLong(0, count);
            channel.write(block, count * BLOCK % SIZE);
            channel.force(false);
            count++;
        }
        return count * 1e9 / (System.nanoTime() - start);
    }
}
