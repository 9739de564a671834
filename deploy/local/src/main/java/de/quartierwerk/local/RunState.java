package de.quartierwerk.local;

import de.quartierwerk.servers.Folders;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;

/**
 * What a running platform says of itself in its data folder.
 *
 * @param pid the process that supervises it
 * @param portOffset of its ports
 * @param ready whether all has started
 * @param demonstration what the demonstration region shows, as printed; empty without it
 */
record RunState(long pid, int portOffset, boolean ready, String demonstration) {
    /** What the platform on this data folder says, if one runs. */
    static Optional<RunState> of(Path data) throws IOException {
        Path file = file(data);
        if (!running(data) || !Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return Optional.of(new RunState(
                Long.parseLong(properties.getProperty("pid")),
                Integer.parseInt(properties.getProperty("portOffset")),
                Boolean.parseBoolean(properties.getProperty("ready")),
                properties.getProperty("demonstration")));
    }

    /** Says it. */
    void write(Path data) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("portOffset", Integer.toString(portOffset));
        properties.setProperty("ready", Boolean.toString(ready));
        properties.setProperty("demonstration", demonstration);
        StringWriter content = new StringWriter();
        properties.store(content, null);
        Folders.writePrivately(file(data), content.toString());
    }

    /** Whether a platform holds the data folder. */
    static boolean running(Path data) throws IOException {
        Path lock = data.resolve("lock");
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            return held == null;
        }
    }

    private static Path file(Path data) {
        return data.resolve("platform.properties");
    }
}
