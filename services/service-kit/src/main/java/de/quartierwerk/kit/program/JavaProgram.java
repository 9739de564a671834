package de.quartierwerk.kit.program;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program in a virtual machine of its own: with heap and time of its own, without the service's surroundings, and no
 * longer than the service lives. The program calls {@link ServiceLife#endWithIt} first.
 */
public final class JavaProgram {
    private final List<String> options;
    private final Class<?> program;
    private final Duration timeLimit;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    /**
     * A program of this project.
     *
     * @param program the class with its main method
     * @param libraries one class of each library that it needs, by name; it is found wherever the service has it from
     * @param heapMegabytes most memory that it may take
     * @param timeLimit how long it may take
     */
    public JavaProgram(Class<?> program, List<String> libraries, int heapMegabytes, Duration timeLimit) {
        this.program = program;
        this.timeLimit = timeLimit;
        this.options = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-cp",
                classPath(program, libraries));
    }

    /**
     * What became of it.
     *
     * @param status exit status; -1 where it was ended, since it took too long or the service stops
     * @param said what it wrote to its standard output
     */
    public record Outcome(int status, String said) {
        /** Told by the virtual machine. */
        private static final int OUT_OF_MEMORY = 3;

        /** Whether the heap was too small. */
        public boolean outOfMemory() {
            return status == OUT_OF_MEMORY;
        }
    }

    /**
     * Runs it and waits for its end.
     *
     * @param folder where it may write; its output is kept there meanwhile
     * @param words what it is told
     * @throws IOException where it cannot be started, or the thread was asked to end
     */
    public Outcome run(Path folder, List<String> words) throws IOException {
        Path said = folder.resolve("said");
        List<String> command = new ArrayList<>(options);
        command.add(1, "-Djava.io.tmpdir=" + folder);
        command.add(program.getName());
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        Process process = builder.start();
        running.add(process);
        try {
            boolean inTime = !ended && process.waitFor(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
            return new Outcome(inTime ? process.exitValue() : -1, Files.readString(said, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
            running.remove(process);
        }
    }

    /** Ends it where it runs, and whenever it is started from now on. */
    public void end() {
        ended = true;
        running.forEach(Process::destroyForcibly);
    }

    private static String classPath(Class<?> program, List<String> libraries) {
        return Stream.concat(Stream.of(program.getName(), ServiceLife.class.getName()), libraries.stream())
                .map(name -> place(name, program.getClassLoader()))
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(String name, ClassLoader loader) {
        try {
            return Path.of(Class.forName(name, false, loader)
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
