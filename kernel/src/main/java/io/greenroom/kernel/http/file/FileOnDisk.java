package io.greenroom.kernel.http.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An opened file of the file system. Its entity tag is the length and the time of the last modification as precise as
 * the file system keeps it, which changes with every write.
 */
record FileOnDisk(FileChannel channel, long length, FileTime time) implements OpenedFile {

    static FileOnDisk open(Path path) throws IOException {
        FileTime time = Files.getLastModifiedTime(path);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new FileOnDisk(channel, channel.size(), time);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public String entityTag() {
        return '"' + Long.toHexString(time.to(TimeUnit.NANOSECONDS)) + '-' + Long.toHexString(length) + '"';
    }

    @Override
    public Optional<Instant> modified() {
        return Optional.of(time.toInstant());
    }

    @Override
    public int read(long position, byte[] target, int most) throws IOException {
        return channel.read(ByteBuffer.wrap(target, 0, most), position);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
