package de.quartierwerk.reporting.report;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import de.quartierwerk.kit.web.Sha256;
import de.quartierwerk.reporting.print.Printer;
import de.quartierwerk.reporting.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** Renders the forms of a report from its stored document and drawings, and from nothing else. */
@ApplicationScoped
class FormRenderer {
    private static final List<String> TEMPLATES = List.of(
            "/templates/report/monitoring.html",
            "/templates/report/classification.html",
            "/templates/report/print.html",
            "/templates/report/print-table.html",
            "/pages/page.css",
            "/pages/print.css",
            "/pages/words_de.properties",
            "/pages/words_en.properties",
            "/pages/levels_de.properties",
            "/pages/levels_en.properties");

    private final ReportRenderer pages;
    private final Printer printer;
    private final ObjectReader json;
    private final ZoneId zone;
    private final String templateHash;

    FormRenderer(ReportRenderer pages, Printer printer, ObjectMapper json, Clock clock) {
        this.pages = pages;
        this.printer = printer;
        this.json = json.readerFor(MonitoringDocument.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.zone = clock.getZone();
        this.templateHash = hashOfTemplates();
    }

    /** SHA-256 of everything that shapes a page. */
    String templateHash() {
        return templateHash;
    }

    /** The document of a report. */
    MonitoringDocument read(ReportDocument stored) {
        return readDocument(stored.document);
    }

    /** A document from its bytes; fields that came later are empty. */
    MonitoringDocument readDocument(byte[] document) {
        try {
            return json.readValue(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A form of a report. A PDF takes seconds, see {@link ReportPrints}.
     *
     * @param draft whether the form says that it is a draft
     */
    byte[] render(ReportForm form, ReportDocument stored, boolean draft) {
        return switch (form) {
            case JSON -> stored.document;
            case HTML -> pages.html(stored, draft).getBytes(StandardCharsets.UTF_8);
            case PDF ->
                printer.print(pages.paper(stored, draft), read(stored).header().assembledAt());
            case XLSX -> ReportWorkbook.of(read(stored), words(stored), draft);
            case CSV -> ReportArchive.of(read(stored), words(stored), draft);
        };
    }

    /** The results of a document as one table: a row for each space and run. */
    ReportTables.Table results(byte[] document) {
        MonitoringDocument read = readDocument(document);
        return new ReportTables(read, Words.in(read.header().language(), zone)).results();
    }

    private Words words(ReportDocument stored) {
        return Words.in(read(stored).header().language(), zone);
    }

    private static String hashOfTemplates() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String template : TEMPLATES) {
            try (InputStream in = Objects.requireNonNull(FormRenderer.class.getResourceAsStream(template), template)) {
                in.transferTo(all);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Sha256.hex(all.toByteArray());
    }
}
