package de.quartierwerk.reporting.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import de.quartierwerk.kit.program.ServiceLife;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Prints one page of XHTML as PDF/A-2a and PDF/UA-1; a program of its own, see {@link Printer}. The same page gives the
 * same bytes. It reads nothing but the page, and ends when its standard input does, so it never outlives the service.
 */
final class PrintProgram {
    static final String FAMILY = "Source Sans 3";

    /** What the library measures with before any style applies; nothing is written in it. */
    private static final String INITIAL = "serif";

    private static final String REGULAR = "/fonts/SourceSans3-Regular.ttf";
    private static final Map<Integer, String> FONTS = Map.of(400, REGULAR, 700, "/fonts/SourceSans3-Bold.ttf");
    private static final String PRODUCER = "Quartierwerk";

    private PrintProgram() {}

    /** What became of it, told by the exit status; the heap's end is told by the virtual machine with 3. */
    enum Result {
        /** The file is there. */
        PRINTED(0),
        /** There are more pages than allowed. */
        TOO_LONG(10),
        /** It went wrong. */
        FAILED(11);

        private final int status;

        Result(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** Words: file with the page, file to be written, day and time of the document, most pages. */
    public static void main(String[] words) {
        ServiceLife.endWithIt();
        XRLog.setLoggingEnabled(false);
        Result result;
        try {
            result = print(Path.of(words[0]), Path.of(words[1]), Instant.parse(words[2]), Integer.parseInt(words[3]));
        } catch (IOException | RuntimeException e) {
            System.out.print(e.getClass().getName());
            result = Result.FAILED;
        }
        System.out.flush();
        Runtime.getRuntime().halt(result.status());
    }

    private static Result print(Path page, Path file, Instant at, int mostPages) throws IOException {
        CmapLookup letters = font(REGULAR).getUnicodeCmapLookup();
        String html = Letters.printable(Files.readString(page), letter -> letters.getGlyphId(letter) != 0);
        try (PDDocument document = new PDDocument();
                BatikSVGDrawer drawer = new BatikSVGDrawer()) {
            PdfRendererBuilder builder = new PdfRendererBuilder()
                    .usePDDocument(document)
                    .withHtmlContent(html, "about:blank")
                    .useSVGDrawer(drawer)
                    .usePdfUaAccessibility(true)
                    .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A)
                    .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                    .withProducer(PRODUCER)
                    .useUriResolver((base, address) -> address.startsWith("#") ? address : null);
            useFonts(builder, document);
            return print(builder, document, file, at, html.hashCode(), mostPages);
        }
    }

    private static void useFonts(PdfRendererBuilder builder, PDDocument document) throws IOException {
        for (Map.Entry<Integer, String> entry : FONTS.entrySet()) {
            PDType0Font font = embedded(document, entry.getValue());
            builder.useFont(new PDFontSupplier(font), FAMILY, entry.getKey(), FontStyle.NORMAL, true);
            builder.useFont(
                    () -> open(entry.getValue()),
                    FAMILY,
                    entry.getKey(),
                    FontStyle.NORMAL,
                    true,
                    EnumSet.of(FSFontUseCase.SVG));
            builder.useFont(new PDFontSupplier(font), INITIAL, entry.getKey(), FontStyle.NORMAL, true);
        }
    }

    /** A font without ligatures: a glyph of two letters could not be read out or copied. */
    private static PDType0Font embedded(PDDocument document, String resource) throws IOException {
        TrueTypeFont font = font(resource);
        font.setEnableGsub(false);
        return PDType0Font.load(document, font, true);
    }

    private static TrueTypeFont font(String resource) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(open(resource)));
    }

    private static Result print(
            PdfRendererBuilder builder, PDDocument document, Path file, Instant at, long id, int mostPages)
            throws IOException {
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            int pages = renderer.getRootBox().getLayer().getPages().size();
            if (pages > mostPages) {
                System.out.print(pages);
                return Result.TOO_LONG;
            }
            renderer.createPDFWithoutClosing();
            Dates.set(document, at);
            document.setDocumentId(id);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                document.save(out);
            }
        }
        return Result.PRINTED;
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(PrintProgram.class.getResourceAsStream(resource), resource);
    }
}
