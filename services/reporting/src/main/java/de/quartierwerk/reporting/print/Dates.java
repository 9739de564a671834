package de.quartierwerk.reporting.print;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/** The day and time of a document, which the library takes from the clock. */
final class Dates {
    private static final String CREATED = "<xmp:CreateDate>[^<]*</xmp:CreateDate>";

    private Dates() {}

    /** Says in both of its places when a document was made. */
    static void set(PDDocument document, Instant at) throws IOException {
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        document.getDocumentInformation().setCreationDate(GregorianCalendar.from(second.atZone(ZoneOffset.UTC)));
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        String dated = xmp.replaceFirst(CREATED, "<xmp:CreateDate>" + second + "</xmp:CreateDate>");
        metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
    }
}
