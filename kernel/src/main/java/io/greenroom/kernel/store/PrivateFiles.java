package io.greenroom.kernel.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Creates files and folders that only the user of this process may access, whatever the umask. On file systems without
 * POSIX permissions they get the default ones.
 */
public final class PrivateFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
    private static final Set<PosixFilePermission> OF_FILES =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private PrivateFiles() {}

    /** Creates a folder when missing. Missing parents get the default permissions. */
    public static Path createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectories(folder, attributes(OWNERS));
        }
        return folder;
    }

    /** Opens a file for reading and writing, creating it when missing. */
    public static FileChannel open(Path file) throws IOException {
        Set<StandardOpenOption> options =
                EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileChannel channel = FileChannel.open(file, options, attributes(OF_FILES));
        tighten(file);
        return channel;
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    /** Whether other users may access a file or folder in any way. */
    public static boolean isOpenToOthers(Path path) throws IOException {
        return POSIX && !OWNERS.containsAll(Files.getPosixFilePermissions(path));
    }

    /**
     * Takes the permissions of other users from a file or folder, if it exists.
     *
     * @return false if it belongs to another user, so that this process may not change it
     */
    public static boolean tighten(Path path) throws IOException {
        if (!Files.exists(path) || !isOpenToOthers(path)) {
            return true;
        }
        try {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(OWNERS);
            permissions.retainAll(Files.getPosixFilePermissions(path));
            Files.setPosixFilePermissions(path, permissions);
            return true;
        } catch (FileSystemException e) {
            return false;
        }
    }
}
