package de.quartierwerk.funding.attachment;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import org.jboss.logging.Logger;

/** Runs {@link PdfInspection} with memory and time of its own, and without the service's surroundings. */
final class PdfProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx96m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-cp",
            classPath(),
            PdfInspection.class.getName());

    private PdfProcess() {}

    /** Refuses PDF files that are broken, encrypted or active, or that need more memory or time than a file may. */
    static void inspect(byte[] content) {
        try {
            Path file = Files.createTempFile("attachment", ".pdf");
            try {
                Files.write(file, content);
                refuse(statusOf(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuse(int status) {
        if (status == PdfInspection.Result.HARMLESS.status()) {
            return;
        }
        if (status == PdfInspection.Result.ENCRYPTED.status()) {
            throw RefusedFile.ENCRYPTED.refusal();
        }
        if (status == PdfInspection.Result.ACTIVE.status()) {
            throw RefusedFile.ACTIVE.refusal();
        }
        if (status == PdfInspection.Result.BROKEN.status()) {
            throw RefusedFile.BROKEN.refusal();
        }
        throw RefusedFile.EXPANDING.refusal();
    }

    private static int statusOf(Path file) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(JAVA.stream(), Stream.of(file.toString())).toList());
        builder.environment().clear();
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Where these classes and those of the library lie, and nothing else. */
    private static String classPath() {
        return Stream.of(
                        PdfInspection.class,
                        Loader.class,
                        RandomAccessRead.class,
                        FontBoxFont.class,
                        LogFactory.class,
                        Logger.class)
                .map(PdfProcess::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
