package de.quartierwerk.reporting.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import de.quartierwerk.reporting.map.Drawing;
import de.quartierwerk.reporting.page.Pages;
import de.quartierwerk.reporting.text.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/** Renders the stored document of a report as a page, for screens and for paper. */
@ApplicationScoped
class ReportRenderer {
    private static final TypeReference<Map<String, Drawing>> DRAWINGS = new TypeReference<>() {};

    private final ObjectReader json;
    private final Pages pages;
    private final ZoneId zone;

    ReportRenderer(ObjectMapper json, Pages pages, Clock clock) {
        this.json = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.pages = pages;
        this.zone = clock.getZone();
    }

    /** The templates of this package. */
    @CheckedTemplate(basePath = "report")
    static final class Templates {
        static native TemplateInstance monitoring(MonitoringPage page);

        static native TemplateInstance print(PrintPage print);

        private Templates() {}
    }

    /**
     * The page of a monitoring report, from its document and drawings as they were stored.
     *
     * @param draft whether the page says that it is a draft
     */
    String html(ReportDocument stored, boolean draft) {
        return Templates.monitoring(page(stored, pages.css(), draft)).render();
    }

    /**
     * The same page laid out for paper, as XHTML.
     *
     * @param draft whether each sheet says that it is a draft
     */
    String paper(ReportDocument stored, boolean draft) {
        return Templates.print(PrintPages.of(page(stored, "", draft), pages.paperCss()))
                .render();
    }

    private MonitoringPage page(ReportDocument stored, String css, boolean draft) {
        try {
            MonitoringDocument document = json.forType(MonitoringDocument.class).readValue(stored.document);
            Map<String, Drawing> drawings = json.forType(DRAWINGS).readValue(stored.drawings);
            Words words = Words.in(document.header().language(), zone);
            return MonitoringPages.of(document, drawings, words, css, draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
