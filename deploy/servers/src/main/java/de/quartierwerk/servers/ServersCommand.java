package de.quartierwerk.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How to start {@link ServersProcess}: the command line, with the class path that the build has written. */
public final class ServersCommand {
    static final String CLASS_PATH = "server-process.classpath";

    private ServersCommand() {}

    /**
     * The command that starts the server process. The classes of this module are copied into the folder first, so that
     * a build that replaces them does not pull them from under the running process.
     *
     * @param folder where the copy is put
     * @param heapMegabytes the heap, which is mostly Kafka's
     * @param arguments what {@link ServersProcess} is to do
     */
    public static List<String> of(Path folder, int heapMegabytes, String... arguments) throws IOException {
        Path own = copyTo(folder);
        List<String> command = new ArrayList<>(List.of(
                Paths.get(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms32m",
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-cp",
                own + ":" + resource(CLASS_PATH).strip(),
                ServersProcess.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Changes when this module's classes or the libraries of the server process change. */
    static String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(resource(CLASS_PATH).getBytes(StandardCharsets.UTF_8));
            Path location = location();
            if (Files.isDirectory(location)) {
                digest(location, digest);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(location)) {
                    digest(jar.getPath("/"), digest);
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The content of a text resource of this package. */
    static String resource(String name) {
        try (InputStream stream = ServersCommand.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing: build the module deploy/servers with Maven");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void digest(Path root, MessageDigest digest) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> relevant = files.filter(file -> file.toString().endsWith(".class")
                            || file.toString().endsWith(".json"))
                    .sorted(Comparator.comparing(file -> root.relativize(file).toString()))
                    .toList();
            for (Path file : relevant) {
                digest.update(Files.readAllBytes(file));
            }
        }
    }

    private static Path copyTo(Path folder) throws IOException {
        Path location = location();
        Path copy = folder.resolve(Files.isDirectory(location) ? "classes" : "servers.jar");
        Files.createDirectories(folder);
        if (!Files.isDirectory(location)) {
            Path temporary = folder.resolve("servers.jar.new");
            Files.copy(location, temporary, StandardCopyOption.REPLACE_EXISTING);
            return Files.move(temporary, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        Folders.delete(copy);
        try (Stream<Path> files = Files.walk(location)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(location.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return copy;
    }

    /** The jar or the classes folder that holds this module. */
    private static Path location() {
        URL url = ServersCommand.class.getResource(CLASS_PATH);
        if (url == null) {
            throw new IllegalStateException(CLASS_PATH + " is missing: build the module deploy/servers with Maven");
        }
        try {
            if (url.openConnection() instanceof JarURLConnection jar) {
                return Paths.get(jar.getJarFileURL().toURI());
            }
            Path folder = Paths.get(url.toURI());
            for (Path name : Paths.get(ServersCommand.class.getName().replace('.', '/'))) {
                folder = Objects.requireNonNull(folder.getParent(), name::toString);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
