package de.quartierwerk.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The command behind {@code deploy/local/run}. */
public final class Run {
    private static final int WRONG_USE = 2;
    private static final Duration STOP = Duration.ofSeconds(90);

    private final Options options;
    private final LocalSettings settings;
    private final Instant begin = Instant.now();
    private volatile LocalPlatform platform;
    private volatile boolean stopping;

    private Run(Options options) {
        this.options = options;
        this.settings = options.settings();
    }

    /** Does what the words ask for; {@code --help} lists them. The exit code is 0 when it was done. */
    public static void main(String[] words) {
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
        Options options;
        try {
            options = Options.of(List.of(words));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + Options.USAGE);
            System.exit(WRONG_USE);
            return;
        }
        try {
            System.exit(new Run(options).perform() ? 0 : 1);
        } catch (StartFailure | IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            System.exit(1);
        }
    }

    /** Umlauts are printed whatever the locale. */
    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    private boolean perform() throws StartFailure, IOException, InterruptedException {
        return switch (options.command()) {
            case HELP -> say(Options.USAGE);
            case STATUS -> status();
            case STOP -> stop();
            case DETACH -> {
                requireNoneRunning();
                yield new Detached(settings).start(options);
            }
            case FOREGROUND, SUPERVISE -> {
                requireNoneRunning();
                yield supervise();
            }
        };
    }

    private boolean supervise() throws StartFailure, IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
        if (options.fresh()) {
            settings.deleteData();
        }
        platform = LocalPlatform.prepare(settings, this::step);
        if (stopping) {
            platform.close();
            return false;
        }
        state(false, "").write(settings.data());
        say("Starting the platform; logs in " + settings.logs());
        platform.start();
        String shown = options.demonstration() ? demonstrate() : "";
        state(true, shown).write(settings.data());
        boolean foreground = options.command() == Options.Command.FOREGROUND;
        say(Summary.of(settings, shown, foreground ? "Ctrl-C stops it." : "deploy/local/run --stop stops it."));
        new Supervision(platform, this::step, () -> stopping).untilStopped();
        return true;
    }

    private String demonstrate() throws StartFailure {
        step("loading the made-up region");
        try {
            return Demonstration.load(platform, this::step);
        } catch (StartFailure e) {
            platform.close();
            throw e;
        }
    }

    private RunState state(boolean ready, String shown) {
        return new RunState(ProcessHandle.current().pid(), settings.portOffset(), ready, shown);
    }

    private void requireNoneRunning() throws StartFailure, IOException {
        Optional<RunState> running = RunState.of(settings.data());
        if (running.isPresent()) {
            throw new StartFailure("The platform runs already (process "
                    + running.get().pid() + "). deploy/local/run --status shows it, --stop stops it.");
        }
    }

    private boolean status() throws IOException {
        Optional<RunState> running = RunState.of(settings.data());
        if (running.isEmpty()) {
            say("Nothing runs on " + settings.data());
            return false;
        }
        LocalSettings found = settings.withPortOffset(running.get().portOffset());
        say("Process " + running.get().pid()
                + (running.get().ready() ? " supervises the platform" : " is starting it"));
        for (LocalService service : LocalService.values()) {
            boolean ready = Readiness.of(found.address(service) + "/q/health/ready");
            say(String.format("  %-18s %s", service.root(), ready ? "ready" : "not ready"));
        }
        say(String.format("  %-18s %s", "Keycloak", Readiness.of(found.realm()) ? "ready" : "not ready"));
        return say(Summary.of(found, running.get().demonstration(), "deploy/local/run --stop stops it."));
    }

    private boolean stop() throws IOException, InterruptedException {
        Optional<RunState> running = RunState.of(settings.data());
        if (running.isEmpty()) {
            return say("Nothing runs on " + settings.data());
        }
        Optional<ProcessHandle> process = ProcessHandle.of(running.get().pid());
        if (process.isPresent()) {
            process.get().destroy();
            try {
                process.get().onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                // its children go with it
                process.get().destroyForcibly();
                return say("Process " + running.get().pid() + " did not stop in time and was killed.");
            }
        }
        return say("Stopped.");
    }

    private void close() {
        stopping = true;
        LocalPlatform running = platform;
        if (running != null && !running.closed()) {
            System.out.println("Stopping …");
            running.close();
            System.out.println("Stopped. Data stays in " + settings.data());
        }
    }

    private void step(String text) {
        long seconds = Duration.between(begin, Instant.now()).toSeconds();
        System.out.println(String.format(Locale.ROOT, "%5d s  %s", seconds, text));
    }

    private static boolean say(String text) {
        System.out.println(text);
        return true;
    }
}
