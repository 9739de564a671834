package de.quartierwerk.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * A child process that ends when this JVM ends, however that comes about.
 *
 * <p>A shell stands between: it holds the read end of a pipe whose write end is in this JVM. When the pipe closes,
 * because this JVM asks for it, leaves or is killed, the shell sends the child its stop signal, and kills it after a
 * minute. Ctrl-C at the terminal does not reach the child: the order in which processes stop is this JVM's affair.
 */
public final class GuardedProcess {
    private static final String GUARD = """
            signal=$1; shift
            trap '' INT HUP
            patience="1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30"
            patience="$patience $patience"
            exec 3<&0
            "$@" 3<&- </dev/null &
            child=$!
            { read -r line <&3; kill -"$signal" "$child"
              for second in $patience; do sleep 1; kill -0 "$child" || exit 0; done
              kill -KILL "$child"; } 2>/dev/null &
            watch=$!
            exec 3<&-
            wait "$child"; code=$?
            kill "$watch" 2>/dev/null
            exit "$code"
            """;

    private final String name;
    private final Process process;

    private GuardedProcess(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /** What to start: its name in messages, the command, variables added to this JVM's own, working folder and log. */
    public record Command(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path folder,
            Path log,
            String stopSignal) {
        /** Keeps copies; the log is appended to, its folder made. */
        public Command {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }
    }

    /** Starts the command. */
    public static GuardedProcess start(Command command) throws IOException {
        Files.createDirectories(command.log().toAbsolutePath().getParent());
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, "guard", command.stopSignal()));
        line.addAll(command.command());
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(command.folder().toFile()).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(command.log().toFile()));
        builder.environment().putAll(command.environment());
        return new GuardedProcess(command.name(), builder.start());
    }

    /** The name given at the start. */
    public String name() {
        return name;
    }

    /** Whether the child still runs. */
    public boolean alive() {
        return process.isAlive();
    }

    /** The child itself, without the shell that guards it; none when it has ended. */
    public Optional<ProcessHandle> child() {
        Optional<String> shell = process.info().command();
        return process.children()
                .filter(each -> each.info().command().isPresent()
                        && !each.info().command().equals(shell))
                .findFirst();
    }

    /** Completes with the child's exit code. */
    public CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Calls the action with the exit code when the child has ended. */
    public void whenEnded(IntConsumer action) {
        Thread thread = new Thread(() -> action.accept(exit().join()), name + " watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** Sends the stop signal without waiting. */
    public void requestStop() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // the pipe is closed already: the child has its signal
        }
    }

    /** Sends the stop signal, waits that long at most, then kills. */
    public void stop(Duration patience) {
        requestStop();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the child and all its children at once, as {@code kill -9} does, and waits until they are gone. */
    public void kill() {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        family.add(process.toHandle());
        family.forEach(member -> member.onExit().join());
    }
}
