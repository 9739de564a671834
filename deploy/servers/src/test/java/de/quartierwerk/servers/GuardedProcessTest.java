package de.quartierwerk.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedProcessTest {
    @TempDir
    private Path folder;

    @Test
    void sendsItsStopSignalAndTellsTheExitCode() throws Exception {
        GuardedProcess process = start("USR1", "trap 'echo asked; exit 7' USR1; echo up; while :; do sleep 0.05; done");
        awaitLog("up");

        process.stop(Duration.ofSeconds(10));

        assertThat(process.exit().get(10, TimeUnit.SECONDS)).isEqualTo(7);
        assertThat(Files.readString(log())).contains("asked");
    }

    @Test
    void killsAChildThatDoesNotListen() throws Exception {
        GuardedProcess process = start("TERM", "trap '' TERM; echo up; while :; do sleep 0.05; done");
        awaitLog("up");

        process.stop(Duration.ofMillis(300));

        assertThat(process.alive()).isFalse();
    }

    @Test
    void endsTheChildWhenItsParentIsKilled() throws Exception {
        Process parent = new ProcessBuilder(
                        Paths.get(System.getProperty("java.home"), "bin", "java")
                                .toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("parent.log").toFile())
                .start();
        awaitLog("up");
        ProcessHandle child = ProcessHandle.of(
                        Long.parseLong(Files.readString(log()).strip().split(" ", 2)[1]))
                .orElseThrow();

        parent.destroyForcibly();

        assertThat(child.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    /** A JVM with one guarded child. */
    public static final class Parent {
        private Parent() {}

        /** Starts the child and waits for ever. */
        public static void main(String[] arguments) throws Exception {
            Path folder = Paths.get(arguments[0]);
            GuardedProcess.start(command(folder, "TERM", "echo up $$; exec sleep 600"))
                    .exit()
                    .get();
        }
    }

    private GuardedProcess start(String signal, String script) throws Exception {
        return GuardedProcess.start(command(folder, signal, script));
    }

    private static GuardedProcess.Command command(Path folder, String signal, String script) {
        return new GuardedProcess.Command(
                "child", List.of("/bin/sh", "-c", script), Map.of(), folder, folder.resolve("log"), signal);
    }

    private Path log() {
        return folder.resolve("log");
    }

    private void awaitLog(String text) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!Files.exists(log()) || !Files.readString(log()).contains(text)) {
            assertThat(System.nanoTime()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
