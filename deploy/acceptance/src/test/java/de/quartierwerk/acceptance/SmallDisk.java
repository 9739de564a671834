package de.quartierwerk.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file system of its own below the platform's data, in memory, that can be filled. It needs the right to mount. */
public final class SmallDisk implements AutoCloseable {
    private static final byte[] ZEROS = new byte[1024 * 1024];

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** One of the size that {@code -Dquartierwerk.acceptance.disk} names, e.g. {@code 4g}; none without it. */
    static Optional<SmallDisk> mount(Path folder) throws IOException {
        String size = System.getProperty("quartierwerk.acceptance.disk");
        if (size == null) {
            return Optional.empty();
        }
        Files.createDirectories(folder);
        run("mount", "-t", "tmpfs", "-o", "size=" + size + ",mode=0755", "tmpfs", folder.toString());
        return Optional.of(new SmallDisk(folder));
    }

    /** Leaves no room for anything. */
    public void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(filler())) {
            for (int size = ZEROS.length; size > 0; size /= 2) {
                fill(out, size);
            }
        }
    }

    private static void fill(OutputStream out, int size) {
        try {
            while (true) {
                out.write(ZEROS, 0, size);
            }
        } catch (IOException full) {
            // as it should be
        }
    }

    /** Makes room again. */
    public void free() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    @Override
    public void close() throws IOException {
        run("umount", folder.toString());
    }

    private static void run(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
