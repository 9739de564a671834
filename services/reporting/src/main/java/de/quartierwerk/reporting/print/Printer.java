package de.quartierwerk.reporting.print;

import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.kit.program.JavaProgram;
import de.quartierwerk.kit.program.TemporaryFolder;
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
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Prints documents by {@link PrintProgram}, one after the other, each in a process with heap and time of its own. It
 * dies with the service. Whatever becomes of the process, the service goes on.
 */
@ApplicationScoped
public class Printer {
    private static final Logger LOG = Logger.getLogger(Printer.class);

    /** One class of each library that prints. */
    private static final List<String> LIBRARIES = List.of(
            "com.openhtmltopdf.pdfboxout.PdfRendererBuilder",
            "com.openhtmltopdf.svgsupport.BatikSVGDrawer",
            "com.openhtmltopdf.util.XRLog",
            "de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D",
            "org.apache.batik.Version",
            "org.apache.batik.anim.SetAnimation",
            "org.apache.batik.bridge.Bridge",
            "org.apache.batik.constants.XMLConstants",
            "org.apache.batik.css.engine.Rule",
            "org.apache.batik.dom.GenericText",
            "org.apache.batik.dom.svg.SVGItem",
            "org.apache.batik.ext.awt.geom.Cubic",
            "org.apache.batik.ext.awt.image.codec.png.PNGRed",
            "org.apache.batik.gvt.Marker",
            "org.apache.batik.i18n.Localizable",
            "org.apache.batik.parser.PathParser",
            "org.apache.batik.script.Interpreter",
            "org.apache.batik.svggen.SVGArc",
            "org.apache.batik.transcoder.Transcoder",
            "org.apache.batik.w3c.dom.Window",
            "org.apache.batik.xml.XMLScanner",
            "org.apache.commons.io.IO",
            "org.apache.commons.logging.LogFactory",
            "org.apache.fontbox.cmap.CMap",
            "org.apache.pdfbox.Loader",
            "org.apache.pdfbox.io.IOUtils",
            "org.apache.xmlgraphics.util.QName",
            "org.apache.xmpbox.XMPMetadata",
            "org.jboss.logging.Logger",
            "org.w3c.css.sac.Parser");

    /** More would hold the service's threads. */
    private static final int MOST_WAITING = 8;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    /** So many files are remembered, as long as there is memory for them. */
    private static final int MOST_REMEMBERED = 2;

    private final Map<String, SoftReference<byte[]>> printed = new LinkedHashMap<>();
    private final Semaphore turn = new Semaphore(1, true);
    private final ReportingConfig.Print bounds;
    private final JavaProgram program;

    Printer(ReportingConfig config) {
        this.bounds = config.print();
        this.program = new JavaProgram(
                PrintProgram.class, LIBRARIES, bounds.heapMegabytes(), Duration.ofSeconds(bounds.timeLimitSeconds()));
    }

    /** Nothing is printed any more. */
    void onStop(@Observes ShutdownEvent event) {
        program.end();
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

    private byte[] printNow(String page, Instant at) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create("print")) {
            Path source = Files.writeString(folder.path().resolve("page.xhtml"), page);
            Path file = folder.path().resolve("page.pdf");
            JavaProgram.Outcome outcome = program.run(
                    folder.path(),
                    List.of(source.toString(), file.toString(), at.toString(), String.valueOf(bounds.mostPages())));
            if (outcome.status() == PrintProgram.Result.PRINTED.status()) {
                return Files.readAllBytes(file);
            }
            throw failure(outcome);
        }
    }

    private RuntimeException failure(JavaProgram.Outcome outcome) {
        if (outcome.status() == PrintProgram.Result.TOO_LONG.status()) {
            return new Invalid("report.too-large", Integer.parseInt(outcome.said()), bounds.mostPages());
        }
        if (outcome.outOfMemory()) {
            return new Invalid("report.print-memory", bounds.heapMegabytes());
        }
        LOG.errorf("The process that prints ended with %d %s", outcome.status(), outcome.said());
        return failed();
    }
}
