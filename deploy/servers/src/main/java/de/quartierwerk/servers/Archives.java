package de.quartierwerk.servers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Unpacks tar archives with their symbolic links and executable bits. */
final class Archives {
    private static final int EXECUTABLE = 0100;

    private Archives() {}

    /**
     * Unpacks an uncompressed tar stream.
     *
     * @param skip how many leading folders of each entry's name are left out
     */
    static void untar(InputStream tar, Path target, int skip) throws IOException {
        try (TarArchiveInputStream entries = new TarArchiveInputStream(new BufferedInputStream(tar))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path name = Paths.get(entry.getName()).normalize();
                if (name.getNameCount() <= skip) {
                    continue;
                }
                Path file =
                        target.resolve(name.subpath(skip, name.getNameCount())).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("Entry outside the target: " + entry.getName());
                }
                write(entries, entry, file);
            }
        }
    }

    private static void write(TarArchiveInputStream entries, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Paths.get(entry.getLinkName()));
            return;
        }
        Files.copy(entries, file);
        if ((entry.getMode() & EXECUTABLE) != 0) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(file, permissions);
        }
    }
}
