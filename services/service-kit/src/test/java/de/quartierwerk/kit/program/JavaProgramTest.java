package de.quartierwerk.kit.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program answers, or is ended, and never takes the service with it. */
class JavaProgramTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    /** Does what its only word says. */
    static final class Trial {
        private Trial() {}

        public static void main(String[] words) throws InterruptedException {
            ServiceLife.endWithIt();
            switch (words[0]) {
                case "surroundings" ->
                    System.out.print(System.getenv().keySet() + System.getProperty("java.io.tmpdir"));
                case "status" -> Runtime.getRuntime().halt(17);
                case "memory" -> {
                    List<byte[]> held = new ArrayList<>();
                    while (held.size() < 1_000) {
                        held.add(new byte[1_000_000]);
                    }
                }
                default -> Thread.sleep(LONG.toMillis());
            }
        }
    }

    private static JavaProgram program(Duration timeLimit) {
        return new JavaProgram(Trial.class, List.of(), 16, timeLimit);
    }

    private JavaProgram.Outcome run(JavaProgram program, String word) throws IOException {
        return program.run(folder, List.of(word));
    }

    private static boolean runs(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(Trial.class.getName());
    }

    @Test
    void tellsStatusAndOutput() throws IOException {
        assertThat(run(program(LONG), "status").status()).isEqualTo(17);
        assertThat(run(program(LONG), "surroundings")).isEqualTo(new JavaProgram.Outcome(0, "[]" + folder));
    }

    @Test
    void memoryAndTimeAreItsOwn() throws IOException {
        assertThat(run(program(LONG), "memory").outOfMemory()).isTrue();
        assertThat(run(program(Duration.ZERO), "sleep").status()).isEqualTo(-1);
        await().until(() -> ProcessHandle.current().children().noneMatch(JavaProgramTest::runs));
    }

    @Test
    void isEndedWithTheService() throws IOException {
        JavaProgram program = program(LONG);
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> {
            try {
                return run(program, "sleep").status();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        await().until(() -> ProcessHandle.current().children().anyMatch(JavaProgramTest::runs));

        program.end();

        assertThat(status.join()).isNotZero();
        assertThat(run(program, "sleep").status()).isEqualTo(-1);
    }

    @Test
    void endsItselfWhenItsInputDoes() throws IOException, InterruptedException {
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Trial.class.getName(),
                        "sleep")
                .start();

        started.getOutputStream().close();

        assertThat(started.waitFor()).isEqualTo(143);
    }
}
