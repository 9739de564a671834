package de.quartierwerk.servers;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Folders outside the checkout with what takes long to make: unpacked binaries and the built Keycloak. */
final class Cache {
    private Cache() {}

    /** Makes the content of a folder that is still empty. */
    interface Maker {
        void make(Path folder) throws IOException;
    }

    /**
     * The folder of that name, made if it is not there yet. Several processes may ask at once: one makes it, the others
     * wait; a maker that is interrupted leaves nothing that looks complete.
     */
    static Path folder(String name, Maker maker) throws IOException {
        Path root = root();
        Files.createDirectories(root);
        Path folder = root.resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try (FileChannel channel = FileChannel.open(
                        root.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(folder)) {
                Path temporary = root.resolve(name + ".new");
                Folders.delete(temporary);
                Files.createDirectories(temporary);
                maker.make(temporary);
                Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return folder;
    }

    /** The folder of that name, if it has been made. */
    static Optional<Path> find(String name) {
        return Optional.of(root().resolve(name)).filter(Files::isDirectory);
    }

    private static Path root() {
        String own = System.getenv("QUARTIERWERK_CACHE");
        if (own != null && !own.isBlank()) {
            return Paths.get(own);
        }
        String shared = System.getenv("XDG_CACHE_HOME");
        return shared != null && !shared.isBlank()
                ? Paths.get(shared, "quartierwerk")
                : Paths.get(System.getProperty("user.home"), ".cache", "quartierwerk");
    }
}
