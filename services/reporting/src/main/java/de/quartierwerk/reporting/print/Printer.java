package de.quartierwerk.reporting.print;

import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.kit.web.Sha256;
import de.quartierwerk.reporting.ReportingConfig;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Prints documents by {@link PrintProgram}, one after the other, each in a process with heap and time of its own. It
 * dies with the service. Whatever becomes of the process, the service goes on.
 */
@ApplicationScoped
public class Printer {
    private static final Logger LOG = Logger.getLogger(Printer.class);

    /** More would hold the service's threads. */
    private static final int MOST_WAITING = 8;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    /** What the virtual machine answers when its heap is full. */
    private static final int OUT_OF_MEMORY = 3;

    /** So many files are remembered, as long as there is memory for them. */
    private static final int MOST_REMEMBERED = 2;

    private final Map<String, SoftReference<byte[]>> printed = new LinkedHashMap<>();
    private final Semaphore turn = new Semaphore(1, true);
    private final ReportingConfig.Print bounds;
    private volatile @Nullable Process running;
    private volatile boolean stopping;

    Printer(ReportingConfig config) {
        this.bounds = config.print();
    }

    /** Nothing is printed any more. */
    void onStop(@Observes ShutdownEvent event) {
        stopping = true;
        Process process = running;
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /**
     * A page as PDF/A-2a and PDF/UA-1. The same page gives the same bytes, at once where it has just been printed.
     *
     * @param page XHTML without anything that lies elsewhere
     * @param at what the file says when it was made
     * @throws Invalid {@code report.too-large} where it has too many pages, {@code report.print-memory} where it needs
     *     too much memory
     * @throws Unavailable {@code report.print-failed} where the process died or took too long,
     *     {@code report.printer-busy} where too many wait
     */
    public byte[] print(String page, Instant at) {
        String key = at + " " + Sha256.hex(page.getBytes(StandardCharsets.UTF_8));
        byte[] known = remembered(key);
        if (known != null) {
            return known;
        }
        try {
            if (turn.getQueueLength() >= MOST_WAITING
                    || !turn.tryAcquire(bounds.timeLimitSeconds(), TimeUnit.SECONDS)) {
                throw Unavailable.after(RETRY_AFTER, "report.printer-busy");
            }
            try {
                byte[] file = printNow(page, at);
                remember(key, file);
                return file;
            } finally {
                turn.release();
            }
        } catch (IOException e) {
            LOG.errorf(e, "A document could not be printed");
            throw failed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed();
        }
    }

    private byte @Nullable [] remembered(String key) {
        synchronized (printed) {
            SoftReference<byte[]> file = printed.get(key);
            return file == null ? null : file.get();
        }
    }

    private void remember(String key, byte[] file) {
        synchronized (printed) {
            printed.put(key, new SoftReference<>(file));
            Iterator<String> oldest = printed.keySet().iterator();
            while (printed.size() > MOST_REMEMBERED) {
                oldest.next();
                oldest.remove();
            }
        }
    }

    private static Unavailable failed() {
        return Unavailable.after(RETRY_AFTER, "report.print-failed");
    }

    private byte[] printNow(String page, Instant at) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("print");
        try {
            Path source = Files.writeString(folder.resolve("page.xhtml"), page);
            Path file = folder.resolve("page.pdf");
            Path said = folder.resolve("said");
            int status = run(command(folder, source, file, at), said);
            if (status == PrintProgram.Result.PRINTED.status()) {
                return Files.readAllBytes(file);
            }
            throw failure(status, Files.readString(said, StandardCharsets.UTF_8));
        } finally {
            delete(folder);
        }
    }

    private RuntimeException failure(int status, String said) {
        if (status == PrintProgram.Result.TOO_LONG.status()) {
            return new Invalid("report.too-large", Integer.parseInt(said), bounds.mostPages());
        }
        if (status == OUT_OF_MEMORY) {
            return new Invalid("report.print-memory", bounds.heapMegabytes());
        }
        LOG.errorf("The process that prints ended with %d %s", status, said);
        return failed();
    }

    private List<String> command(Path folder, Path source, Path file, Instant at) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + bounds.heapMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                PrintClasses.path(),
                PrintProgram.class.getName(),
                source.toString(),
                file.toString(),
                at.toString(),
                String.valueOf(bounds.mostPages()));
    }

    private int run(List<String> command, Path said) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        Process process = builder.start();
        running = process;
        try {
            if (stopping) {
                return -1;
            }
            return process.waitFor(bounds.timeLimitSeconds(), TimeUnit.SECONDS) ? process.exitValue() : -1;
        } finally {
            running = null;
            process.destroyForcibly().waitFor();
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> inside;
        try (Stream<Path> found = Files.walk(folder)) {
            inside = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            Files.deleteIfExists(path);
        }
    }
}
