package de.quartierwerk.funding.attachment;

import de.quartierwerk.kit.program.JavaProgram;
import de.quartierwerk.kit.program.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import org.jboss.logging.Logger;

/** Runs {@link PdfInspection} with memory and time of its own. */
final class PdfProcess {
    private static final int HEAP_MEGABYTES = 96;
    private static final JavaProgram INSPECTION = new JavaProgram(
            PdfInspection.class,
            List.of(
                    Loader.class.getName(),
                    RandomAccessRead.class.getName(),
                    FontBoxFont.class.getName(),
                    LogFactory.class.getName(),
                    Logger.class.getName()),
            HEAP_MEGABYTES,
            Duration.ofSeconds(10));

    private PdfProcess() {}

    /** Refuses PDF files that are broken, encrypted or active, or that need more memory or time than a file may. */
    static void inspect(byte[] content) {
        try (TemporaryFolder folder = TemporaryFolder.create("attachment")) {
            Path file = Files.write(folder.path().resolve("attachment.pdf"), content);
            refuse(INSPECTION.run(folder.path(), List.of(file.toString())).status());
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
}
