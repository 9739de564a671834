package de.quartierwerk.reporting.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import de.quartierwerk.reporting.map.Drawing;
import de.quartierwerk.reporting.page.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Renders the stored document of a report as a page. */
@ApplicationScoped
class ReportRenderer {
    private static final TypeReference<Map<String, Drawing>> DRAWINGS = new TypeReference<>() {};

    private final ObjectReader json;
    private final Pages pages;

    ReportRenderer(ObjectMapper json, Pages pages) {
        this.json = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.pages = pages;
    }

    /** The templates of this package. */
    @CheckedTemplate(basePath = "report")
    static final class Templates {
        static native TemplateInstance monitoring(MonitoringPage page);

        private Templates() {}
    }

    /** The page of a monitoring report, from its document and drawings as they were stored. */
    String html(byte[] document, byte[] drawings) {
        try {
            MonitoringDocument read = json.forType(MonitoringDocument.class).readValue(document);
            Map<String, Drawing> drawn = json.forType(DRAWINGS).readValue(drawings);
            return Templates.monitoring(MonitoringPages.of(read, drawn, pages.css()))
                    .render();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
