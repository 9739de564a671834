package de.quartierwerk.local;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.servers.Folders;
import de.quartierwerk.servers.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The command as people use it, with the real servers and services. */
class RunIT {
    private int offset;

    @TempDir(cleanup = CleanupMode.NEVER)
    private Path folder;

    private record Answer(int code, String output) {}

    @BeforeEach
    void findFreePorts() {
        offset = 20_000;
        while (!settings().ports().values().stream().allMatch(Ports::isFree)) {
            offset += 50;
        }
    }

    @AfterEach
    void leaveNothing() throws Exception {
        run("--stop");
        Folders.delete(folder);
    }

    @Test
    @Tag("long")
    void startsShowsSurvivesAKillOfItsSupervisorAndStops() throws Exception {
        Answer started = run("--detach", "--no-demo");
        assertThat(started.output()).contains(settings().address(LocalService.REGISTRY) + "/docs");
        assertThat(started.code()).isZero();
        String password = Files.readString(folder.resolve("passwords.properties"));
        assertThat(run("--detach", "--no-demo").output()).contains("runs already");

        RunState state = RunState.of(folder).orElseThrow();
        ProcessHandle supervisor = ProcessHandle.of(state.pid()).orElseThrow();
        List<ProcessHandle> family = supervisor.descendants().toList();
        supervisor.destroyForcibly();
        for (ProcessHandle member : family) {
            assertThat(member.onExit().get(2, TimeUnit.MINUTES).isAlive()).isFalse();
        }
        assertThat(run("--status").output()).contains("Nothing runs");

        Answer again = run("--detach", "--no-demo");
        assertThat(again.code()).as(again.output()).isZero();
        assertThat(Files.readString(folder.resolve("passwords.properties"))).isEqualTo(password);
        assertThat(run("--status").output()).contains("reporting          ready");

        assertThat(run("--stop").output()).contains("Stopped.");
        assertThat(RunState.of(folder)).isEmpty();
        assertThat(settings().ports().values()).allMatch(Ports::isFree);
    }

    @Test
    void namesThePortThatIsTakenAndLeavesNothingRunning() throws Exception {
        try (ServerSocket other =
                new ServerSocket(settings().port(LocalService.FUNDING), 1, InetAddress.getLoopbackAddress())) {
            Answer answer = run("--detach", "--no-demo");

            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.output())
                    .contains("port " + other.getLocalPort() + " (funding)")
                    .contains("--port-offset");
        }
        assertThat(RunState.of(folder)).isEqualTo(Optional.empty());
    }

    private LocalSettings settings() {
        return LocalSettings.usual().withPortOffset(offset).withData(folder);
    }

    private Answer run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Folders.checkout().resolve("deploy/local/run").toString(),
                "--no-build",
                "--data",
                folder.toString(),
                "--port-offset",
                Integer.toString(offset)));
        command.addAll(List.of(words));
        Path output = Files.createTempFile("run", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(20, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(output);
        Files.delete(output);
        return new Answer(process.exitValue(), said);
    }
}
