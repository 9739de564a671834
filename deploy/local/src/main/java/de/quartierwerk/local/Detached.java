package de.quartierwerk.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts the platform under a process of its own that outlives this one, and shows its output until it is ready. */
final class Detached {
    private final LocalSettings settings;
    private final Path output;
    private long shown;

    Detached(LocalSettings settings) {
        this.settings = settings;
        this.output = settings.data().resolveSibling(settings.data().getFileName() + ".log");
    }

    /** Returns true when the platform is ready, false when it has failed; the reason has been shown then. */
    boolean start(Options options) throws IOException, InterruptedException {
        Files.createDirectories(output.getParent());
        Files.deleteIfExists(output);
        Process process = new ProcessBuilder(command(options))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        Thread hook = new Thread(process::destroy, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        while (process.isAlive() && !ready(process.pid())) {
            show();
            Thread.sleep(200);
        }
        Thread.sleep(300);
        show();
        if (!process.isAlive()) {
            return false;
        }
        Runtime.getRuntime().removeShutdownHook(hook);
        return true;
    }

    private boolean ready(long pid) throws IOException {
        Optional<RunState> state = RunState.of(settings.data());
        return state.isPresent() && state.get().ready() && state.get().pid() == pid;
    }

    private List<String> command(Options options) {
        List<String> command = new ArrayList<>(List.of(
                "nohup",
                Paths.get(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + Runtime.getRuntime().maxMemory() / (1024 * 1024) + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquartierwerk.checkout=" + settings.checkout(),
                "-cp",
                System.getProperty("java.class.path"),
                Run.class.getName(),
                "--supervise",
                "--data",
                settings.data().toString(),
                "--port-offset",
                Integer.toString(settings.portOffset())));
        if (options.fresh()) {
            command.add("--fresh");
        }
        if (!options.demonstration()) {
            command.add("--no-demo");
        }
        return command;
    }

    private void show() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(output.toFile(), "r")) {
            byte[] bytes = new byte[(int) (file.length() - shown)];
            file.seek(shown);
            file.readFully(bytes);
            shown += bytes.length;
            System.out.print(new String(bytes, StandardCharsets.UTF_8));
            System.out.flush();
        }
    }
}
